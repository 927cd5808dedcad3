package org.anamnesis.fetch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.anamnesis.chart.Coverage.Outcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * What one search has brought so far. Filled by the thread that searches; at the deadline another one takes what is
 * there, so every method holds the lock.
 */
final class Gathered {

    /** What an EHR says in an OperationOutcome where it held something back. */
    private static final Set<IssueType> HELD_BACK = Set.of(
            IssueType.SUPPRESSED, IssueType.INCOMPLETE, IssueType.TOOCOSTLY, IssueType.SECURITY, IssueType.FORBIDDEN);

    private final String type;
    private final int mostResources;
    private final Compartment compartment;
    private final List<Resource> resources = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int read;
    private int skipped;
    private boolean overflowed;
    private boolean heldBack;
    private boolean reportedError;
    private OptionalInt total = OptionalInt.empty();

    Gathered(String type, int mostResources, Compartment compartment) {
        this.type = type;
        this.mostResources = mostResources;
        this.compartment = compartment;
    }

    synchronized void add(Bundle page, int unreadable) {
        skipped += unreadable;
        if (page.hasTotal()) {
            total = OptionalInt.of(page.getTotal());
        }
        for (BundleEntryComponent entry : page.getEntry()) {
            Resource resource = entry.getResource();
            if (resource instanceof OperationOutcome outcome) {
                outcome.getIssue().forEach(this::hear);
            } else if (resource == null) {
                skipped++;
            } else {
                take(resource);
            }
        }
    }

    synchronized void total(int counted) {
        total = OptionalInt.of(counted);
    }

    synchronized boolean isFull() {
        return read >= mostResources;
    }

    /** Whether anything came without the EHR saying how much there is. */
    synchronized boolean needsCount() {
        return total.isEmpty() && read + skipped > 0;
    }

    synchronized int read() {
        return read;
    }

    synchronized List<Resource> resources() {
        return List.copyOf(resources);
    }

    /**
     * What came of a search that ended by itself.
     *
     * @param nextPage whether a next page was left unread
     */
    synchronized Outcome ended(boolean nextPage) {
        if (reportedError) {
            return new Outcome.Failed("reported-by-ehr", read);
        }
        boolean more = nextPage || overflowed;
        boolean fewer = total.isPresent() && read + skipped < total.getAsInt();
        if (more || fewer || heldBack) {
            return new Outcome.CutOff(read, fewer || more ? total : OptionalInt.empty());
        }
        return read + skipped == 0 ? new Outcome.NoneRecorded() : new Outcome.Found(read, skipped);
    }

    private void take(Resource resource) {
        boolean searched = resource.fhirType().equals(type);
        if (searched && !compartment.holds(resource)) {
            skipped++;
            return;
        }
        if (!searched && !resource.fhirType().equals("Medication")) {
            skipped++;
            return;
        }
        String id = resource.getIdElement().getIdPart();
        if (id != null && !seen.add(resource.fhirType() + "/" + id)) {
            return;
        }
        if (searched && isFull()) {
            overflowed = true;
            return;
        }
        resources.add(resource);
        read += searched ? 1 : 0;
    }

    private void hear(OperationOutcomeIssueComponent issue) {
        heldBack |= HELD_BACK.contains(issue.getCode());
        reportedError |= issue.getSeverity() == IssueSeverity.ERROR || issue.getSeverity() == IssueSeverity.FATAL;
    }
}
