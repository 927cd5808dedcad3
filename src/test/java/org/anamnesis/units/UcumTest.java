package org.anamnesis.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UcumTest {

    @ParameterizedTest
    @CsvSource({
        "98.6,[degF],Cel,37",
        "37.0,Cel,[degF],98.6",
        "310.15,K,Cel,37",
        "-40,[degF],Cel,-40",
        "176,[lb_av],kg,79.83225712",
        "70,[in_i],cm,177.8",
        "6,[ft_i],cm,182.88",
        "16,kPa,mm[Hg],120.010200867",
        "1.5,g/dL,g/L,15",
        "250,10*3/uL,10*9/L,250",
        "12,U/L,ukat/L,0.2",
        "1,ug/kg/min,mg/kg/h,0.06",
        "45,%,L/L,0.45",
        "18,mo,a,1.5",
        "5,m[IU]/L,u[iU]/mL,5",
        "0,mg,g,0",
        "7.40,mmol/L,mmol/L,7.40"
    })
    void aNumberIsToldInAnotherUnitOfItsKind(BigDecimal number, String from, String to, BigDecimal result) {
        assertThat(Ucum.convert(number, from, to).orElseThrow()).isEqualByComparingTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "mg/dL,mmol/L",
        "ug/L,nmol/L",
        "mmol/L,10*9/L",
        "meq/L,mmol/L",
        "mosm/kg,mmol/kg",
        "[IU],mg",
        "[IU],1",
        "[IU]/L,U/L",
        "[arb'U],[IU]",
        "[CFU]/mL,/mL",
        "[pH],mol/L",
        "mL/min/{1.73_m2},mL/min",
        "{score},%",
        "{score},{INR}",
        "kg,cm",
        "[degF],kg",
        "Cel/min,K/min"
    })
    void whatDoesNotMeasureTheSameIsNeverConverted(String one, String other) {
        assertThat(Ucum.convert(BigDecimal.TEN, one, other)).isEmpty();
        assertThat(Ucum.convert(BigDecimal.TEN, other, one)).isEmpty();
        assertThat(Ucum.convert(BigDecimal.ZERO, one, other)).isEmpty();
        assertThat(Ucum.isConvertible(one, other)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mmHg", "lbs", "degF", "beats/minute", "a b", "(", "", "10*99999", "10*999", "m99999", "kg99.kg99.kg99.kg99", "mg\n"})
    void whatIsNoCodeIsNone(String text) {
        assertThat(Ucum.isValid(text)).isFalse();
        assertThat(Ucum.convert(BigDecimal.ONE, text, text)).isEmpty();
        assertThat(Ucum.convert(BigDecimal.ONE, text, "kg")).isEmpty();
    }

    @Test
    void noTextHoweverStrangeBreaksTheReading() {
        List<String> pieces = List.of(
                "m", "g", "[", "]", "{", "}", "(", ")", "/", ".", "*", "^", "10", "-", "+", "9", "99", "'", "Hg", "[IU]", "%",
                "kg", "[degF]", "!", "~", "\"", "mol");
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(7); piece >= 0; piece--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(Ucum.convert(BigDecimal.ONE, text.toString(), "kg")).isNotNull();
            assertThat(Ucum.codeOf(text.toString())).isNotNull();
        }
    }

    @Test
    void aNumberNobodyCanWriteOutIsNotConverted() {
        assertThat(Ucum.convert(new BigDecimal("1e900"), "mg", "g")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mmHg,mm[Hg]",
        "mm Hg,mm[Hg]",
        "/min,/min",
        "bpm,/min",
        "beats/minute,/min",
        "breaths per minute,/min",
        "lbs,[lb_av]",
        "inches,[in_i]",
        "mcg/kg/min,ug/kg/min",
        "μg/mL,ug/mL",
        "mL/hour,mL/h",
        "mg/dl,mg/dL",
        "MG/DL,mg/dL",
        "mEq/L,meq/L",
        "mEq.,meq",
        "K/uL,10*3/uL",
        "x10^9/L,10*9/L",
        "mL/min/1.73 m²,mL/min/{1.73_m2}",
        "kg/m²,kg/m2",
        "IU/L,[IU]/L",
        "U/L,U/L",
        "°F,[degF]",
        "cells/uL,/uL",
        "mm/hr,mm/h",
        "gm,g",
        "%,%"
    })
    void aUnitAsPeopleWriteItHasItsCode(String text, String code) {
        assertThat(Ucum.codeOf(text)).contains(code);
        assertThat(Ucum.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"F", "C", "units", "UNIT", "U", "oz", "tablets", "puff", "ft", "pt", "Mg", "M", "mg/", "/", "", "  "})
    void aTextThatCanMeanMoreThanOneThingHasNone(String text) {
        assertThat(Ucum.codeOf(text)).isEmpty();
    }

    @Test
    void besideATemperatureFAndCAreDegrees() {
        assertThat(Ucum.temperatureCodeOf("F")).contains("[degF]");
        assertThat(Ucum.temperatureCodeOf("C")).contains("Cel");
        assertThat(Ucum.temperatureCodeOf("mmHg")).isEmpty();
    }
}
