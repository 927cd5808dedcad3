package org.anamnesis.sandbox.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A model that misleads, fails or refuses: nothing false is shown, and the clinician still gets a summary. */
final class Misbehaviour {

    /** Scripts after which rules write, and the reasons that may be given. */
    private static final Map<String, Set<String>> FALLBACKS = new java.util.TreeMap<>(Map.of(
            "500", Set.of("model-unavailable"),
            "429", Set.of("model-unavailable"),
            "refuses", Set.of("model-refused", "model-unusable"),
            "rubbish", Set.of("model-unusable"),
            "truncates", Set.of("model-unusable")));

    private final Ward ward;
    private final ModelDesk model;
    private final Checklist checklist;

    Misbehaviour(Ward ward, ModelDesk model, Checklist checklist) {
        this.ward = ward;
        this.model = model;
        this.checklist = checklist;
    }

    void run(String patient) throws InterruptedException {
        try {
            for (GoldChart chart : GoldChart.ALL) {
                checklist.step("model that hallucinates, " + chart.patient(), () -> falsehoods(chart.patient()));
            }
            checklist.step("model that cites wrongly, " + patient, () -> wrongCitations(patient));
            for (var fallback : FALLBACKS.entrySet()) {
                checklist.step(
                        "model that answers " + fallback.getKey(),
                        () -> fallback(patient, fallback.getKey(), fallback.getValue()));
            }
        } finally {
            checklist.step("model behaves again", () -> {
                model.play("behaves");
                return "script set back";
            });
        }
    }

    private String falsehoods(String patient) throws Exception {
        model.play("hallucinates");
        Summary summary = ward.summarize(patient, Map.of());
        List<String> planted = model.planted();
        Broken.unless(planted.size() >= 5, "only " + planted.size() + " falsehoods were planted");
        Set<String> shown = texts(summary.shown());
        List<String> passed = planted.stream().filter(shown::contains).toList();
        Broken.unless(passed.isEmpty(), passed.size() + " falsehoods are shown, the first: " + first(passed));
        Set<String> withheld = texts(summary.withheld());
        Broken.unless(withheld.containsAll(planted), "a falsehood is neither shown nor listed as withheld");
        return planted.size() + " falsehoods planted, all withheld with a reason; " + ward.judge(summary);
    }

    private String wrongCitations(String patient) throws Exception {
        model.play("cites-wrongly");
        Summary summary = ward.summarize(patient, Map.of());
        Set<String> planted = new HashSet<>(model.planted());
        long passed = summary.composedBy().equals("model")
                ? summary.shown().stream()
                        .filter(statement -> planted.contains(statement.text()))
                        .count()
                : 0;
        Broken.unless(passed == 0, passed + " wrongly cited statements are shown");
        return planted.size() + " wrongly cited statements, none shown";
    }

    private String fallback(String patient, String script, Set<String> reasons) throws Exception {
        model.play(script);
        Summary summary = ward.summarize(patient, Map.of());
        Broken.unless(summary.composedBy().equals("rules"), "the summary is labelled as written by a model");
        String reason = summary.fallbackReason().orElse("none given");
        Broken.unless(reasons.contains(reason), "the reason is " + reason);
        ward.judge(summary);
        return "composed by rules instead, labelled " + reason;
    }

    private static Set<String> texts(List<Summary.Statement> statements) {
        Set<String> texts = new HashSet<>();
        statements.forEach(statement -> texts.add(statement.text()));
        return texts;
    }

    private static String first(List<String> texts) {
        return texts.isEmpty() ? "" : texts.getFirst();
    }
}
