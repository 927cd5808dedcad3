package org.anamnesis.boot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anamnesis.draft.Extent;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.EhrSettings;
import org.anamnesis.ehr.WrongSetting;
import org.anamnesis.grounding.Section;

/** How much of a summary each EHR wants, by its settings. */
final class ExtentsOfEhrs {

    private ExtentsOfEhrs() {}

    /**
     * Reads them.
     *
     * @param source the value of a setting
     * @throws WrongSetting at the first one that is wrong
     */
    static Map<String, Extent> read(EhrRegistry registry, Function<String, Optional<String>> source) {
        Map<String, Extent> extents = new HashMap<>();
        for (Ehr ehr : registry.all()) {
            String lengthKey = EhrSettings.summaryLengthKey(ehr.id());
            Extent.Length length = source.apply(lengthKey)
                    .map(word -> Extent.Length.ofCode(word.strip())
                            .orElseThrow(() -> new WrongSetting(lengthKey, "is unknown", "short, normal or long")))
                    .orElse(Extent.Length.NORMAL);
            String sectionsKey = EhrSettings.summarySectionsKey(ehr.id());
            Set<Section> sections = source.apply(sectionsKey).stream()
                    .flatMap(list -> Arrays.stream(list.split(",")))
                    .map(String::strip)
                    .map(word -> Section.ofCode(word)
                            .orElseThrow(() -> new WrongSetting(
                                    sectionsKey, "holds an unknown section", "codes of sections, separated by commas")))
                    .collect(Collectors.toUnmodifiableSet());
            extents.put(ehr.id().value(), new Extent(length, sections));
        }
        return extents;
    }
}
