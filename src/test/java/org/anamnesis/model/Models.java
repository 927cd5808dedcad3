package org.anamnesis.model;

import static org.anamnesis.chart.ChartBuilder.aChart;

import java.time.Duration;
import java.util.Optional;
import org.anamnesis.chart.Standing;
import org.anamnesis.digest.Digester;
import org.anamnesis.privacy.PrivacyStep;
import org.anamnesis.privacy.Released;
import org.anamnesis.prompt.PromptFile;

/** What the tests of the gateway have in common. */
final class Models {

    static final Released PROMPT = about("Heart failure");

    /** Long enough for a slow machine, far too long for a test that waits for nothing. */
    static final ModelLimits PATIENT = ModelLimits.DEFAULT
            .patience(Duration.ofSeconds(20), Duration.ofSeconds(20))
            .tries(0, Duration.ZERO);

    private Models() {}

    static Released about(String problem) {
        var chart = aChart().problem(problem, Standing.ACTIVE, "2018-06-20").build();
        return PrivacyStep.release(PromptFile.read("brief-3").over(Digester.digest(chart, 10_000)), chart.patient());
    }

    static ModelSettings openAi(String name, ScriptedModel server, ModelLimits limits) {
        return ModelSettings.openAi(name, server.base(), name + "-7b", Optional.empty(), limits);
    }

    static ModelAnswer.Written written(ModelAnswer answer) {
        if (answer instanceof ModelAnswer.Written written) {
            return written;
        }
        throw new AssertionError("not written: " + answer);
    }

    static ModelAnswer.Failed failed(ModelAnswer answer) {
        if (answer instanceof ModelAnswer.Failed failed) {
            return failed;
        }
        throw new AssertionError("not failed: " + answer);
    }
}
