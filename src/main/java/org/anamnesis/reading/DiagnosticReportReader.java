package org.anamnesis.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.FactKind;
import org.anamnesis.chart.Standing;
import org.anamnesis.chart.Value;
import org.hl7.fhir.r4.model.DiagnosticReport;

/**
 * Reports on laboratory work and imaging (DiagnosticReport): what they conclude. The results they list are facts of
 * their own; a report that only lists results says how many.
 *
 * <p>Entered in error: no fact. Registered: a plan, for the report is awaited. Partial and preliminary: preliminary.
 * Final, amended, corrected and appended: final. Cancelled: cancelled. Unknown: unstated.
 */
final class DiagnosticReportReader {

    private DiagnosticReportReader() {}

    static Stream<Finding> read(DiagnosticReport report, Neighbours neighbours) {
        Optional<Standing> standing = standing(report);
        if (standing.isEmpty()) {
            return Stream.empty();
        }
        boolean awaited = standing.get() == Standing.PLANNED;
        Attributes attributes = new Attributes();
        if (awaited) {
            attributes.words(Role.CATEGORY, "result awaited");
        }
        attributes.words(Role.CATEGORY, Words.joined(report.getCategory()));
        report.getSpecimen().forEach(specimen -> attributes.words(
                Role.SPECIMEN, Specimens.words(report, specimen, neighbours)));
        if (report.hasResult()) {
            attributes.words(Role.COMMENT, "lists " + report.getResult().size() + " results");
        }
        report.getPresentedForm()
                .forEach(form -> attributes.words(
                        Role.COMMENT,
                        "text attached"
                                + Words.nonBlank(form.getContentType())
                                        .map(type -> " (" + type + ")")
                                        .orElse("")));
        return Stream.of(new Finding(
                awaited ? FactKind.PLAN : FactKind.RESULT,
                Words.concept(report.getCode(), "Report without a name"),
                conclusion(report),
                standing.get(),
                Times.start(report.getEffective()).or(() -> Times.of(report.getIssuedElement())),
                attributes.list(),
                Sources.of(report, report.hasConclusion() ? "conclusion" : "")));
    }

    private static Optional<Value> conclusion(DiagnosticReport report) {
        return Values.worded(report.getConclusion())
                .or(() -> Words.joined(report.getConclusionCode()).flatMap(Values::worded));
    }

    private static Optional<Standing> standing(DiagnosticReport report) {
        if (report.getStatus() == null) {
            return Optional.of(Standing.UNSTATED);
        }
        return switch (report.getStatus()) {
            case REGISTERED -> Optional.of(Standing.PLANNED);
            case PARTIAL, PRELIMINARY -> Optional.of(Standing.PRELIMINARY);
            case FINAL, AMENDED, CORRECTED, APPENDED -> Optional.of(Standing.FINAL);
            case CANCELLED -> Optional.of(Standing.CANCELLED);
            case ENTEREDINERROR -> Optional.empty();
            case UNKNOWN, NULL -> Optional.of(Standing.UNSTATED);
        };
    }
}
