package org.anamnesis.claims;

import java.util.List;
import java.util.Optional;

/** A piece of a sentence that the reading works with. */
sealed interface Item {

    /** As it stands in the sentence. */
    String written();

    /** Words that name or describe something, as stems; a cue besides where they are one too. */
    record Words(List<String> stems, Optional<Cue> cue, String written) implements Item {
        public Words {
            stems = List.copyOf(stems);
        }
    }

    /** A drug of the list of drugs. */
    record Drug(List<String> ingredients, List<String> stems, String written) implements Item {
        public Drug {
            ingredients = List.copyOf(ingredients);
            stems = List.copyOf(stems);
        }
    }

    record Number(Amount amount, boolean inWords) implements Item {
        @Override
        public String written() {
            return amount.written();
        }
    }

    /** By which way something is given. */
    record Way(String way, String written) implements Item {}

    /** How often. */
    record Often(String rhythm, String written) implements Item {}

    record Date(Day day) implements Item {
        @Override
        public String written() {
            return day.written();
        }
    }

    /** A time of day, in minutes after midnight. */
    record Clock(int minutes, String written) implements Item {}

    record Sense(Cue cue, String written) implements Item {}

    /** How old, and of which sex where that is said with it: {@code 66F}. */
    record Age(int years, Optional<String> sex, String written) implements Item {}

    /** The patient's sex by a noun or a pronoun. */
    record Sex(String sex, String written) implements Item {}

    /** Between parts of a list: a comma, "and", "or". */
    record Join(String written) implements Item {}

    /** A comma and the like that may end a part of a sentence. */
    record Stop(String written) implements Item {}

    /** A word without meaning of its own. */
    record Filler(String written) implements Item {}
}
