package org.anamnesis.conformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether what we emit is valid: against R4, against US Core 7.0.0 and 8.0.0 where their packages are at hand, and by checks of our
 * own for what no validator sees. One validator of each for the whole JVM: the first use takes half a minute.
 */
public final class Conformity {

    private static final Logger LOG = LoggerFactory.getLogger(Conformity.class);
    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/";
    private static final Map<Class<? extends Resource>, String> PROFILES = Map.of(
            DocumentReference.class, US_CORE + "us-core-documentreference",
            Provenance.class, US_CORE + "us-core-provenance");

    private static final Map<String, Validator> VALIDATORS = validators();

    private Conformity() {}

    private static Map<String, Validator> validators() {
        Map<String, Validator> validators = new LinkedHashMap<>();
        validators.put("R4", Validator.r4());
        for (String version : List.of("700", "800")) {
            Optional<Path> file = Validator.packages()
                    .map(folder -> folder.resolve("us_core_" + version + ".tgz"))
                    .filter(Files::exists);
            file.ifPresentOrElse(
                    found -> validators.put("US Core " + version, Validator.of(found)),
                    () -> LOG.warn(
                            "skipped: no us_core_{}.tgz beside the project or in anamnesis.packages; US Core is not checked",
                            version));
        }
        return validators;
    }

    /** What is wrong with a resource, each with who says so; empty where it is valid. */
    public static List<String> errors(Resource resource) {
        List<String> errors = new ArrayList<>();
        VALIDATORS.forEach((name, validator) -> {
            String profile = PROFILES.get(resource.getClass());
            boolean usCore = name.startsWith("US Core");
            if (!usCore) {
                validator.errors(resource).forEach(error -> errors.add(name + ": " + error));
            } else if (profile != null) {
                validator.errors(resource, profile).forEach(error -> errors.add(name + ": " + error));
            }
        });
        OwnChecks.errors(resource).forEach(error -> errors.add("own: " + error));
        return errors;
    }

    /** That a resource is valid. */
    public static void assertValid(Resource resource) {
        assertThat(errors(resource)).as(resource.fhirType()).isEmpty();
    }
}
