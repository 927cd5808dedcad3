package org.anamnesis.sandbox.start;

import java.util.List;
import java.util.stream.Collectors;
import org.anamnesis.sandbox.staff.Practitioner;

/** What is said when everything runs: addresses, who can sign in, and a command to copy. */
final class Welcome {

    private static final String PATIENT = "lindgren";

    private Welcome() {}

    static String text(Options options, List<Practitioner> practitioners) {
        String ehr = "http://127.0.0.1:" + options.ports().ehr();
        String product = options.productBase().toString();
        String model = options.rules()
                ? "  none: summaries are composed by rules"
                : "  http://127.0.0.1:" + options.ports().model() + "/   scripted, no language model";
        String staff = practitioners.stream().map(Practitioner::id).collect(Collectors.joining(", "));
        return """

                EHR page     %1$s/   sign in as %2$s; open a chart, then "Open in Anamnesis"
                EHR, FHIR    %1$s/fhir
                Product      %3$s/fhir/sandbox   (its log: %4$s)
                Model      %5$s

                A summary, asked for as the ward's system would:

                TOKEN=$(curl -s -d 'scope=system/*.rs' %1$s/sandbox/ward-token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                curl -s -X POST -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/fhir+json' \\
                  -d '{"resourceType":"Parameters"}' '%3$s/fhir/sandbox/Patient/%6$s/$summarize'

                Ctrl-C stops everything.
                """.formatted(ehr, staff, product, new ProductFiles(options).log(), model, PATIENT);
    }
}
