package org.anamnesis.score;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.chart.Concept;

/** The table of inputs, {@code inputs.txt}: how each parameter is found in a chart, and what it can be. */
final class InputTable {

    private static final String LOINC = "http://loinc.org";
    private static final String SNOMED = "http://snomed.info/sct";
    private static final InputTable TABLE = new InputTable();

    private final Map<Parameter, InputRow> rows = new EnumMap<>(Parameter.class);
    private final Map<String, Parameter> byCode = new HashMap<>();
    private final Map<String, Parameter> byName = new HashMap<>();

    private InputTable() {
        for (Rows.Row row : Rows.of(InputTable.class, "inputs.txt").rows()) {
            InputRow input = InputRow.of(row);
            once(rows, input.parameter(), input);
            input.loinc().forEach(code -> once(byCode, LOINC + code, input.parameter()));
            input.snomed().forEach(code -> once(byCode, SNOMED + code, input.parameter()));
            input.names().forEach(name -> once(byName, name, input.parameter()));
        }
    }

    static InputRow of(Parameter parameter) {
        return Optional.ofNullable(TABLE.rows.get(parameter))
                .orElseThrow(() -> new IllegalStateException("no input " + parameter.key()));
    }

    /** The parameter that a concept names: by code; by its whole name where it carries no LOINC code. */
    static Optional<Parameter> named(Concept concept) {
        Optional<Parameter> coded = concept.codings().stream()
                .map(coding -> Optional.ofNullable(TABLE.byCode.get(coding.system() + coding.code())))
                .flatMap(Optional::stream)
                .findFirst();
        if (coded.isPresent()) {
            return coded;
        }
        boolean foreign =
                concept.codings().stream().anyMatch(coding -> coding.system().equals(LOINC));
        return foreign ? Optional.empty() : Optional.ofNullable(TABLE.byName.get(Text.plain(concept.text())));
    }

    private static <K, V> void once(Map<K, V> map, K key, V value) {
        if (map.put(key, value) != null) {
            throw new IllegalArgumentException("the table of inputs names " + key + " twice");
        }
    }
}
