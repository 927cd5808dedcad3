package org.anamnesis.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.anamnesis.document.SomeDraft;
import org.anamnesis.draft.Backing;
import org.junit.jupiter.api.Test;

class DraftContentTest {

    @Test
    void whatIsKeptIsReadBackWithPatientAndCitedWords() {
        DraftContent content = new SomeDraft().byModel().stored().content();
        assertThat(DraftContent.ofJson(content.toJson())).isEqualTo(content);
    }

    @Test
    void aDraftOfBeforeTheWordsWereKeptIsStillRead() {
        String old = new SomeDraft().stored().content().toJson().replaceFirst(",\"backing\":.*", "}");
        assertThat(DraftContent.ofJson(old).backing()).isEqualTo(Backing.NONE);
    }

    @Test
    void aDraftOfBeforeTheToldSourcesWereKeptIsStillRead() {
        DraftContent content = new SomeDraft().byModel().stored().content();
        String old = content.toJson().replace(",\"uncited\":[]", "");
        assertThat(old).doesNotContain("uncited");
        assertThat(DraftContent.ofJson(old)).isEqualTo(content);
    }
}
