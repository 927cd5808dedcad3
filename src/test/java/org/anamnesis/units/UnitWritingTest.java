package org.anamnesis.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitWritingTest {

    /** What the fonts of a document can draw, without the font: letters, digits, and these signs. */
    private static final Pattern DRAWN = Pattern.compile("[\\p{ASCII}×µ°é¹²³⁴⁵⁶⁷⁸⁹]*");

    @ParameterizedTest
    @CsvSource({
        "10*3/uL, ×10³/µL",
        "10*9/L, ×10⁹/L",
        "10*12/L, ×10¹²/L",
        "10*3{cells}/uL, ×10³ cells/µL",
        "/uL, /µL",
        "mm[Hg], mmHg",
        "cm[H2O], cmH2O",
        "[degF], °F",
        "Cel, °C",
        "kg/m2, kg/m²",
        "m2, m²",
        "umol/L, µmol/L",
        "meq/L, mEq/L",
        "mmol/L, mmol/L",
        "U/L, U/L",
        "m[IU]/L, mIU/L",
        "u[IU]/mL, µIU/mL",
        "mL/min/{1.73_m2}, mL/min/1.73 m²",
        "mg/g{creat}, mg/g creat",
        "/min, per minute",
        "{breaths}/min, breaths per minute",
        "mL/h, mL/h",
        "mg/d, mg/day",
        "d/wk, days/week",
        "a, years",
        "/[HPF], /HPF",
        "[lb_av], lb",
        "{INR}, INR"
    })
    void aCodeIsWrittenAsOnAWard(String code, String written) {
        assertThat(UnitWriting.of(code)).isEqualTo(written);
    }

    /** Institute for Safe Medication Practices, List of Error-Prone Abbreviations, Symbols, and Dose Designations. */
    @ParameterizedTest
    @CsvSource({
        "ug, mcg",
        "ug/kg/min, mcg/kg/min",
        "ug/L, mcg/L",
        "[IU], units",
        "[iU], units",
        "U, units",
        "U/h, units/h",
        "[IU]/mL, units/mL",
        "[gr], grain"
    })
    void aDoseIsNeverWrittenInAnErrorProneAbbreviation(String code, String written) {
        assertThat(UnitWriting.of(code)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{score}", "1", "{nominal}", "[pH]"})
    void whatIsNoUnitIsNotWritten(String code) {
        assertThat(UnitWriting.of(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10*3.U/L",
                "mg/(kg.h)",
                "s-1",
                "10*10/L",
                "10*-6",
                "[hp_X]",
                "[mesh_i]",
                "beats",
                "mg{",
                "MG",
                "no unit"
            })
    void whatHasNoSafeWritingStaysAsItIs(String code) {
        assertThat(UnitWriting.of(code)).isEqualTo(code);
    }

    /** Whoever reads the writing, a person or the check, reads the same unit or none. */
    @Test
    void noWritingMeansAnotherUnit() {
        assertThat(codes()).allSatisfy(code -> {
            String written = UnitWriting.of(code);
            assertThat(written).matches(DRAWN);
            Optional<String> meant = Ucum.codeOf(written).filter(known -> Ucum.isValid(code));
            assertThat(meant.map(known -> Ucum.convert(BigDecimal.ONE, code, known)
                            .filter(one -> one.compareTo(BigDecimal.ONE) == 0)
                            .isPresent()))
                    .as("%s is written %s, which means %s", code, written, meant)
                    .isNotEqualTo(Optional.of(false));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10*3/uL",
                "10*6/uL",
                "10*9/L",
                "10*12/L",
                "10*3/mm3",
                "mm[Hg]",
                "[degF]",
                "Cel",
                "kg/m2",
                "umol/L",
                "meq/L",
                "ug",
                "ug/mL",
                "ug/kg/min",
                "m[IU]/L",
                "u[IU]/mL",
                "k[IU]/L",
                "mL/min/{1.73_m2}",
                "/min",
                "mg/d",
                "a",
                "/uL",
                "/[HPF]",
                "mosm/kg",
                "U/L"
            })
    void theCommonWritingsAreReadAsTheirCodes(String code) {
        Optional<String> read = Ucum.codeOf(UnitWriting.of(code));
        assertThat(read).isPresent();
        assertThat(Ucum.convert(BigDecimal.ONE, code, read.orElseThrow()).orElseThrow())
                .isEqualByComparingTo("1");
    }

    @Test
    void aPowerThatNothingMarksIsNone() {
        assertThat(Stream.of("103/uL", "10/uL", "x103/uL").map(Ucum::codeOf)).allMatch(Optional::isEmpty);
    }

    /** All but siemens, henry, gauss and the atomic mass unit: in a hospital their letters mean seconds, hours, grams and units. */
    private static Stream<String> codes() {
        List<String> units = Definitions.codes().stream()
                .filter(code -> !Set.of("S", "H", "G", "u").contains(code))
                .toList();
        assertThat(units).hasSizeGreaterThan(250);
        return units.stream()
                .flatMap(code -> Stream.of(code, "u" + code, "m" + code, code + "/L", code + "2", "/" + code));
    }
}
