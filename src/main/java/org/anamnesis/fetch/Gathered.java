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

    private final Belonging belonging;
    private final int mostResources;
    private final boolean window;
    private final List<Resource> resources = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int read;
    private int skipped;
    private boolean overflowed;
    private boolean heldBack;
    private boolean reportedError;
    private OptionalInt total = OptionalInt.empty();

    /**
     * @param belonging what of an answer is taken
     * @param mostResources more are not taken
     * @param window whether the search has a window, so that the totals in its answers are not those of the chart
     */
    Gathered(Belonging belonging, int mostResources, boolean window) {
        this.belonging = belonging;
        this.mostResources = mostResources;
        this.window = window;
    }

    synchronized void add(Bundle page, int unreadable) {
        skipped += unreadable;
        if (page.hasTotal() && !window) {
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

    synchronized OptionalInt total() {
        return total;
    }

    synchronized boolean isFull() {
        return read >= mostResources;
    }

    /** Whether the EHR has to be asked how much there is: it did not say, and something came or something is left out. */
    synchronized boolean needsCount() {
        return total.isEmpty() && (window || read + skipped > 0);
    }

    synchronized int read() {
        return read;
    }

    synchronized List<Resource> resources() {
        return List.copyOf(resources);
    }

    /** What came of a search that failed on its way. */
    synchronized Outcome failed(String reason) {
        return new Outcome.Failed(reason, read, total);
    }

    /**
     * What came of a search that ended by itself.
     *
     * @param nextPage whether a next page was left unread
     */
    synchronized Outcome ended(boolean nextPage) {
        if (reportedError) {
            return failed("reported-by-ehr");
        }
        boolean more = nextPage || overflowed || (window && total.isEmpty());
        boolean fewer = total.isPresent() && read + skipped < total.getAsInt();
        if (more || fewer || heldBack) {
            return new Outcome.CutOff(read, fewer || more ? total : OptionalInt.empty());
        }
        return read + skipped == 0 ? new Outcome.NoneRecorded() : new Outcome.Found(read, skipped, total);
    }

    /**
     * The same, judged by all that was read of the type, for a search of the whole type beside others of its parts.
     *
     * @param outcome what came of the search alone
     * @param ofTheType how many of the type all searches together read
     */
    synchronized Outcome together(Outcome outcome, int ofTheType) {
        boolean ended = outcome instanceof Outcome.Found || outcome instanceof Outcome.CutOff;
        if (!ended || heldBack || total.isEmpty()) {
            return outcome;
        }
        return ofTheType + skipped < total.getAsInt()
                ? new Outcome.CutOff(ofTheType, total)
                : new Outcome.Found(ofTheType, skipped, total);
    }

    private void take(Resource resource) {
        if (!belonging.holds(resource)) {
            skipped++;
            return;
        }
        String id = resource.getIdElement().getIdPart();
        if (id != null && !seen.add(resource.fhirType() + "/" + id)) {
            return;
        }
        boolean searched = belonging.isSearched(resource);
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
