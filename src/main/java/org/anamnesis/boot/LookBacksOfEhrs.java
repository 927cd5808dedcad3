package org.anamnesis.boot;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.draft.LookBack;
import org.anamnesis.ehr.Ehr;
import org.anamnesis.ehr.EhrRegistry;
import org.anamnesis.ehr.EhrSettings;
import org.anamnesis.ehr.WrongSetting;

/** How far back each EHR's summaries look, by its settings. */
final class LookBacksOfEhrs {

    private LookBacksOfEhrs() {}

    /**
     * Reads them.
     *
     * @param source the value of a setting
     * @throws WrongSetting at the first one that is wrong
     */
    static Map<String, LookBack> read(EhrRegistry registry, Function<String, Optional<String>> source) {
        Map<String, LookBack> lookBacks = new HashMap<>();
        for (Ehr ehr : registry.all()) {
            String key = EhrSettings.summaryLookBackKey(ehr.id());
            LookBack lookBack = source.apply(key)
                    .map(written -> LookBack.parse(written)
                            .orElseThrow(() -> new WrongSetting(key, "is no time to look back", LookBack.EXPECTED)))
                    .orElse(LookBack.ALL);
            lookBacks.put(ehr.id().value(), lookBack);
        }
        return lookBacks;
    }
}
