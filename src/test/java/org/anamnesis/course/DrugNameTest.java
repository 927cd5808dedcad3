package org.anamnesis.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrugNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Furosemide 40 mg tablet",
                "furosemide",
                "FUROSEMIDE 20MG",
                "Lasix 40mg",
                "Frusemide 40 mg tablets",
                "10 ML Furosemide 10 MG/ML Injection",
                "Furosemide (Lasix)",
                "furosemide 40 MG Oral Tablet [Lasix]",
                "Furosemide 40mg/4mL 4mL VIAL",
                "Furosemide IV"
            })
    void readsOneDrugUnderAllItsNames(String name) {
        assertThat(DrugName.of(name).ingredients()).containsExactly("furosemide");
    }

    @ParameterizedTest
    @CsvSource({
        "24 HR metoprolol succinate 100 MG Extended Release Oral Tablet [Toprol], metoprolol",
        "OxyCODONE (Immediate Release), oxycodone",
        "insulin lispro [Humalog KwikPen], insulin lispro",
        "Insulin - Regular, insulin regular",
        "Insulin lispro via insulin pump, insulin lispro",
        "Losartan Potassium, losartan",
        "Rosuvastatin Calcium, rosuvastatin",
        "Calcium Carbonate, calcium carbonate",
        "cholecalciferol (vitamin D3), colecalciferol",
        "Vitamin B 12 5 MG/ML Injectable Solution, cyanocobalamin",
        "Colecalciferol, colecalciferol",
        "Alendronic acid 70 mg, alendronate",
        "Levothyroxine 75 micrograms, levothyroxine",
        "Aspirin 81 mg, aspirin",
        "Mapap (acetaminophen), paracetamol",
        "Furosemide-HP, furosemide",
        "CeFAZolin + Iso-Osmotic Dextrose, cefazolin",
        "polyethylene glycol 3350, macrogol",
        "Wonderdrug hydrochloride 5 mg tablet, wonderdrug",
        "Wonderdrug sodium, wonderdrug"
    })
    void takesSaltsFormsStrengthsAndBrandsAway(String name, String ingredient) {
        assertThat(DrugName.of(name).ingredients()).containsExactly(ingredient);
    }

    @ParameterizedTest
    @CsvSource({
        "Amoxicillin 250 MG / Clavulanate 125 MG Oral Tablet, amoxicillin, clavulanate",
        "Co-amoxiclav 1.2 g, amoxicillin, clavulanate",
        "Piperacillin-Tazobactam, piperacillin, tazobactam",
        "trimethoprim-sulfamethoxazole, sulfamethoxazole, trimethoprim",
        "Bactrim (SMX/TMP), sulfamethoxazole, trimethoprim",
        "Tiotropium 2.5 micrograms / olodaterol inhaler, olodaterol, tiotropium",
        "Acetaminophen 325 MG / oxyCODONE Hydrochloride 5 MG Oral Tablet, oxycodone, paracetamol",
        "Acetaminophen w/Codeine, codeine, paracetamol",
        "hydrocortisone-pramoxine, hydrocortisone, pramoxine",
        "Zinc + vitamin C, ascorbic acid, zinc",
        "wonderdrug/furosemide, furosemide, wonderdrug"
    })
    void readsEveryIngredientOfAMix(String name, String one, String other) {
        assertThat(DrugName.of(name).ingredients()).containsExactly(one, other);
    }

    @Test
    void leavesOutWhatADrugIsDissolvedIn() {
        assertThat(DrugName.ofMix(List.of("Meropenem", "0.9% Sodium Chloride (Mini Bag Plus)"))
                        .ingredients())
                .containsExactly("meropenem");
        assertThat(DrugName.of("Potassium chloride 20 mEq in 0.9% sodium chloride")
                        .ingredients())
                .containsExactly("potassium chloride");
        assertThat(DrugName.of("Sodium Chloride 0.9%").ingredients()).containsExactly("sodium chloride");
    }

    @ParameterizedTest
    @CsvSource({
        "Insulin glargine, Insulin lispro",
        "Insulin, Insulin glargine",
        "Prednisone 5 mg, Prednisolone 5 mg",
        "Hydroxyzine, Hydralazine",
        "Amoxicillin, Co-amoxiclav",
        "Codeine phosphate, Co-codamol",
        "Potassium chloride, Potassium phosphate",
        "Isosorbide mononitrate, Isosorbide dinitrate",
        "Wonderdrug, Wonderdrug beta",
        "Calcium, Calcium acetate",
        "Magnesium citrate, Magnesium lactate",
        "Sodium iodide, Potassium iodide"
    })
    void neverTakesTwoDrugsForOne(String one, String other) {
        assertThat(DrugName.of(one).ingredients())
                .isNotEqualTo(DrugName.of(other).ingredients());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 mg", "???", "(unknown)", "-", "250"})
    void aNameWithoutANameStandsForItself(String name) {
        assertThat(DrugName.of(name).ingredients()).hasSize(1);
        assertThat(DrugName.of(name).recognised()).isFalse();
    }
}
