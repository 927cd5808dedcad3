package org.anamnesis.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentRelationshipType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** What of a note its EHR did not keep (WBK-09, CRN-06). */
class NotKeptTest {

    @Test
    void thatANoteReplacesAnotherOneIsMissedWhereItPointsNowhereOrElsewhere() {
        assertThat(NotKept.of(replacing("DocumentReference/7"), new DocumentReference()))
                .containsExactly(NotKept.REPLACES);
        assertThat(NotKept.of(replacing("DocumentReference/7"), replacing("DocumentReference/8")))
                .containsExactly(NotKept.REPLACES);
    }

    @Test
    void aReferenceWithItsBaseAndVersionIsTheSame() {
        assertThat(NotKept.of(
                        replacing("DocumentReference/7"),
                        replacing("https://ehr.example/fhir/DocumentReference/7/_history/2")))
                .isEmpty();
    }

    @Test
    void theWordsAreOneSentence() {
        assertThat(NotKept.words(List.of("ai-label", "replaces")))
                .hasValue("This EHR kept no AI label and does not show that this note replaces the earlier one.");
        assertThat(NotKept.words(List.of("ai-label"))).hasValue("This EHR kept no AI label.");
        assertThat(NotKept.words(List.of("identifier", "of-a-later-version"))).isEmpty();
    }

    private static DocumentReference replacing(String before) {
        DocumentReference document = new DocumentReference();
        document.addRelatesTo().setCode(DocumentRelationshipType.REPLACES).setTarget(new Reference(before));
        return document;
    }
}
