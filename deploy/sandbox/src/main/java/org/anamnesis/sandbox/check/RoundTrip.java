package org.anamnesis.sandbox.check;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anamnesis.sandbox.ehr.Ehr;
import org.jspecify.annotations.Nullable;

/** The whole round trip, from a token to a document in the EHR. */
public final class RoundTrip {

    private static final int WARM_UPS = 2;
    private static final String SIGNED_PATIENT = "lindgren";
    private static final String OTHER_PATIENT = "castellanos";

    private final Places places;
    private final Ehr ehr;
    private final List<String> otherPatients;
    private final Checklist checklist;

    /**
     * @param ehr the EHR with its charts loaded
     * @param otherPatients further patients, the one with the most resources first
     */
    public RoundTrip(Places places, Ehr ehr, List<String> otherPatients, PrintStream out) {
        this.places = places;
        this.ehr = ehr;
        this.otherPatients = List.copyOf(otherPatients);
        this.checklist = new Checklist(out);
    }

    /** Does everything and prints a line a step; tells whether all of it held. */
    public boolean run() throws InterruptedException {
        try (var http = new Http()) {
            var ward = new Ward(places, ehr, http);
            published(ward);
            summaries(ward);
            if (places.model().isPresent()) {
                new Misbehaviour(ward, new ModelDesk(places.model().get(), http), checklist).run(SIGNED_PATIENT);
            }
            withoutModel(ward);
            new Signing(places, ward, checklist).run(SIGNED_PATIENT);
            new Refusals(places, ehr, ward, checklist).run(SIGNED_PATIENT, OTHER_PATIENT);
        }
        checklist.say(checklist.summary());
        return checklist.held();
    }

    /** Says a figure among the steps. */
    public void say(String text) {
        checklist.say(text);
    }

    private void published(Ward ward) throws InterruptedException {
        checklist.step("facade", () -> {
            var statement = ward.facade()
                    .get("metadata", java.util.Optional.empty())
                    .expect(200)
                    .body();
            Broken.unless(
                    statement.path("resourceType").asText().equals("CapabilityStatement"),
                    "metadata is no CapabilityStatement");
            Broken.unless(
                    statement.toString().contains("summarize"), "the CapabilityStatement does not name $summarize");
            return "publishes its operations";
        });
    }

    private void summaries(Ward ward) throws InterruptedException {
        String author = places.model().isPresent() ? "model" : "rules";
        for (GoldChart chart : GoldChart.ALL) {
            summary(ward, chart.patient(), author, chart);
        }
        if (!otherPatients.isEmpty()) {
            summary(ward, otherPatients.getFirst(), author, null);
        }
    }

    private void summary(Ward ward, String patient, String author, @Nullable GoldChart gold)
            throws InterruptedException {
        checklist.step("summary of " + patient, () -> {
            Summary summary = ward.summarize(patient, Map.of());
            Broken.unless(
                    summary.composedBy().equals(author),
                    "written by " + summary.composedBy() + ", not by " + author
                            + summary.fallbackReason()
                                    .map(reason -> " (" + reason + ")")
                                    .orElse(""));
            String told = gold == null ? "" : "; " + gold.judge(summary);
            return ward.judge(summary) + told;
        });
    }

    private void withoutModel(Ward ward) throws InterruptedException {
        for (GoldChart chart : GoldChart.ALL) {
            checklist.step("summary by rules of " + chart.patient(), () -> {
                Summary summary = ward.summarize(chart.patient(), Map.of("model", "rules"));
                Broken.unless(
                        summary.composedBy().equals("rules")
                                && summary.fallbackReason().isEmpty(),
                        "not composed by rules, or called a fallback");
                return ward.judge(summary) + "; " + chart.judge(summary);
            });
        }
        if (otherPatients.isEmpty()) {
            return;
        }
        String largest = otherPatients.getFirst();
        checklist.step("largest patient by rules, warm", () -> {
            long nanos = 0;
            for (int i = 0; i <= WARM_UPS; i++) {
                long begin = System.nanoTime();
                ward.summarize(largest, Map.of("model", "rules"));
                nanos = System.nanoTime() - begin;
            }
            return String.format(Locale.ROOT, "$summarize took %.2f s", nanos / 1e9);
        });
    }
}
