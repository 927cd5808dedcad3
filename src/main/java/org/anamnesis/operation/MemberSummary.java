package org.anamnesis.operation;

import static org.anamnesis.operation.CitationParameters.part;

import java.util.List;
import java.util.Optional;
import org.anamnesis.draft.Authorship;
import org.anamnesis.fetch.Roster;
import org.anamnesis.filing.FiledDocument;
import org.anamnesis.store.StoredDraft;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * What came of one patient of a ward.
 *
 * @param outcome {@code composed}, or why there is no draft
 * @param draft the draft, where there is one
 * @param complete whether the chart could be read whole
 */
record MemberSummary(String patient, String outcome, Optional<StoredDraft> draft, boolean complete) {

    private static final String COMPOSED = "composed";

    static MemberSummary composed(String patient, StoredDraft draft, boolean complete) {
        return new MemberSummary(patient, COMPOSED, Optional.of(draft), complete);
    }

    static MemberSummary without(String patient, String why) {
        return new MemberSummary(patient, why, Optional.empty(), false);
    }

    /** What is remembered of a draft that is done: its id, and whether the chart was whole. */
    record Part(String draft, boolean complete) {

        String written() {
            return draft + " " + complete;
        }

        static Part read(String text) {
            int blank = text.indexOf(' ');
            return new Part(text.substring(0, blank), Boolean.parseBoolean(text.substring(blank + 1)));
        }
    }

    /** All of a ward as the out parameters; their names are the published contract. */
    static Parameters parameters(Roster roster, List<MemberSummary> members) {
        Parameters parameters = new Parameters();
        Reference ward = new Reference(roster.place().reference());
        roster.name().ifPresent(ward::setDisplay);
        parameters.addParameter().setName("ward").setValue(ward);
        parameters.addParameter(
                "complete",
                roster.incomplete().isEmpty()
                        && members.stream().allMatch(member -> member.draft().isPresent() && member.complete()));
        roster.incomplete().ifPresent(why -> parameters.addParameter("rosterIncomplete", new CodeType(why)));
        if (roster.others() > 0) {
            parameters.addParameter("others", new IntegerType(roster.others()));
        }
        members.forEach(member -> member.addTo(parameters.addParameter()));
        return parameters;
    }

    private void addTo(ParametersParameterComponent out) {
        out.setName("summary");
        part(out, "subject").setValue(new Reference("Patient/" + patient));
        part(out, "outcome").setValue(new CodeType(outcome));
        draft.ifPresent(known -> {
            DocumentReference document = FiledDocument.of(known, Optional.empty());
            document.setId(known.id().toString());
            part(out, "document").setResource(document);
            part(out, "text-hash").setValue(new StringType(known.textHash()));
            Authorship authorship = known.content().authorship();
            part(out, "composed-by").setValue(new CodeType(authorship.code()));
            if (authorship instanceof Authorship.ByRules rules) {
                rules.insteadOfModel()
                        .ifPresent(reason -> part(out, "fallback-reason").setValue(new CodeType(reason.code())));
            }
            part(out, "complete").setValue(new BooleanType(complete));
        });
    }
}
