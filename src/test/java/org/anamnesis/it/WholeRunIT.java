package org.anamnesis.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.conformity.Conformity;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** The last of the run: everything the facade answered in it is valid. Its name puts it behind the others. */
class WholeRunIT {

    @Test
    void nothingThatTheFacadeAnsweredIsInvalid() throws IOException {
        assumeTrue(Files.isDirectory(Emitted.FOLDER), "skipped: no test of this run asked the facade");
        List<String> errors = new ArrayList<>();
        int validated = 0;
        try (Stream<Path> files = Files.list(Emitted.FOLDER)) {
            for (Path file : files.sorted().toList()) {
                for (Resource resource : resources(file)) {
                    validated++;
                    Conformity.errors(resource).forEach(error -> errors.add(file.getFileName() + ": " + error));
                }
            }
        }
        System.out.println("validated: " + validated + " resources of this run, " + errors.size() + " errors");
        assertThat(errors).isEmpty();
    }

    /** The resources of a search one by one too: their profiles are theirs, not the Bundle's. */
    private static List<Resource> resources(Path file) {
        try {
            Resource whole = (Resource) Exchange.FHIR.newJsonParser().parseResource(Files.readString(file));
            List<Resource> all = new ArrayList<>(List.of(whole));
            if (whole instanceof Bundle bundle) {
                bundle.getEntry().stream()
                        .filter(Bundle.BundleEntryComponent::hasResource)
                        .forEach(entry -> all.add(entry.getResource()));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
