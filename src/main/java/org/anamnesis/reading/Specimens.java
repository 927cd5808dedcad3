package org.anamnesis.reading;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Specimen;

/** What was examined, in words: the specimen's type, and where from. */
final class Specimens {

    private Specimens() {}

    static Optional<String> words(DomainResource from, Reference reference, Neighbours neighbours) {
        return neighbours
                .find(from, reference, Specimen.class)
                .flatMap(Specimens::words)
                .or(() -> Words.display(reference));
    }

    static Optional<String> words(Specimen specimen) {
        String words = Stream.of(
                        Words.of(specimen.getType()), Words.of(specimen.getCollection().getBodySite()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return Words.nonBlank(words);
    }
}
