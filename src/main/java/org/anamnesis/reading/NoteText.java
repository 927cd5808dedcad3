package org.anamnesis.reading;

import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.chart.CitationId;
import org.anamnesis.chart.Note;
import org.anamnesis.chart.Passage;
import org.anamnesis.prose.Prose;
import org.anamnesis.prose.Sentence;

/** What could be read of a note's text, before the note has its citation id. */
sealed interface NoteText {

    /** What is to be said of it beside the note's other words: what was not read, what was given twice. */
    List<String> remarks();

    /** The note's text under the id of its fact. */
    Note under(CitationId id);

    /** It was read. */
    record Read(Prose prose, List<String> remarks) implements NoteText {
        public Read {
            remarks = List.copyOf(remarks);
        }

        @Override
        public Note under(CitationId id) {
            List<Sentence> sentences = prose.sentences();
            List<Passage> passages = IntStream.range(0, sentences.size())
                    .mapToObj(at -> passage(id, at + 1, sentences.get(at)))
                    .toList();
            return new Note(id, new Note.Body.Text(prose.plain(), passages));
        }

        private static Passage passage(CitationId id, int place, Sentence sentence) {
            return new Passage(
                    id.sentence(place), sentence.section(), sentence.text(), sentence.start(), sentence.end());
        }
    }

    /** It was not read, for a stable reason. */
    record Unread(String reason, List<String> remarks) implements NoteText {
        public Unread {
            remarks = List.copyOf(remarks);
        }

        @Override
        public Note under(CitationId id) {
            return new Note(id, new Note.Body.Unread(reason));
        }
    }
}
