package org.anamnesis.store;

import java.util.List;

/**
 * How a user wants the page: choices out of lists, nothing of any patient.
 *
 * @param theme {@code system}, {@code light}, {@code dark} or {@code contrast}
 * @param density {@code comfortable} or {@code compact}
 * @param fontPercent the size of the letters, 100 as designed
 * @param lockMinutes after how long without anybody the chart is covered, 1 to 15
 * @param kind the kind of summary that is written first, by its code
 * @param length how long a summary is: {@code usual} as the EHR's settings say, {@code short}, {@code normal} or {@code long}
 * @param lookBack how far back a summary looks: {@code usual} as the EHR's settings say, {@code all}, or e.g. {@code P1Y}
 * @param sections the codes of sections in the order in which the page shows them; others follow
 */
public record PageSettings(
        String theme,
        String density,
        int fontPercent,
        int lockMinutes,
        String kind,
        String length,
        String lookBack,
        List<String> sections) {

    /** What holds for a user who chose nothing. */
    public static final PageSettings USUAL =
            new PageSettings("system", "comfortable", 100, 5, "brief", "usual", "usual", List.of());

    public PageSettings {
        sections = List.copyOf(sections);
    }
}
