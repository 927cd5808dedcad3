package org.anamnesis.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The items of a sentence, the one that is read, and what stands around it. */
final class Around {

    final List<Item> items;
    int at;

    Around(List<Item> items) {
        this.items = items;
    }

    static boolean isStay(Item item) {
        return item instanceof Item.Sense sense && Cue.STAYS.contains(sense.cue());
    }

    /** Whether this part of the sentence has a head further on. */
    boolean headFollows() {
        for (int i = at + 1; i < items.size(); i++) {
            Item item = items.get(i);
            if (item instanceof Item.Words || item instanceof Item.Drug || isStay(item)) {
                return true;
            }
            if (item instanceof Item.Join || item instanceof Item.Stop) {
                return false;
            }
        }
        return false;
    }

    /** Whether this part of the sentence names something further on. */
    boolean wordsFollow() {
        for (int i = at + 1; i < items.size(); i++) {
            Item item = items.get(i);
            if (item instanceof Item.Words || item instanceof Item.Drug) {
                return true;
            }
            if (item instanceof Item.Join || item instanceof Item.Stop) {
                return false;
            }
        }
        return false;
    }

    boolean headFollowsDirectly(int from) {
        for (int i = from + 1; i < items.size(); i++) {
            Item item = items.get(i);
            if (item instanceof Item.Words || item instanceof Item.Drug) {
                return true;
            }
            if (item instanceof Item.Sense sense) {
                boolean passed =
                        Cue.ORDINALS.contains(sense.cue()) || sense.cue() == Cue.COUNTED || sense.cue() == Cue.ORDERED;
                if (Cue.STAYS.contains(sense.cue()) || sense.cue() == Cue.ALLERGIC) {
                    return true;
                }
                if (!passed) {
                    return false;
                }
            }
            if (item instanceof Item.Join || item instanceof Item.Stop) {
                return false;
            }
            if (item instanceof Item.Filler filler
                    && Set.of("to", "in", "on", "at").contains(filler.written())) {
                return false;
            }
        }
        return false;
    }

    boolean isFiller(int i, String word) {
        return i >= 0
                && i < items.size()
                && items.get(i) instanceof Item.Filler filler
                && filler.written().equals(word);
    }

    /** Behind "for", "for her", "for the". */
    boolean isFor(int i) {
        return isBehind(i, Set.of("for"));
    }

    /** Behind "to a", "for a": where somebody goes. */
    boolean isTowards(int i) {
        return isBehind(i, Set.of("to", "for"));
    }

    private boolean isBehind(int i, Set<String> words) {
        int at = i - 1;
        while (at >= 0 && (items.get(at) instanceof Item.Filler || items.get(at) instanceof Item.Sex)) {
            if (items.get(at) instanceof Item.Filler filler && words.contains(filler.written())) {
                return true;
            }
            at--;
        }
        return false;
    }

    Optional<Cue> senseNear(int i, int step) {
        for (int at = i + step; at >= 0 && at < items.size(); at += step) {
            if (items.get(at) instanceof Item.Sense sense) {
                return Optional.of(sense.cue());
            }
            if (!(items.get(at) instanceof Item.Filler)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    When.Anchor anchor(int from) {
        for (int i = from + 1; i < items.size(); i++) {
            Item item = items.get(i);
            if (item instanceof Item.Sense sense) {
                switch (sense.cue()) {
                    case ADMITTED, ED, ICU -> {
                        boolean ended = senseNear(i, 1).filter(Cue.STOP::equals).isPresent();
                        return ended ? When.Anchor.DISCHARGE : When.Anchor.ADMISSION;
                    }
                    case DISCHARGED -> {
                        return When.Anchor.DISCHARGE;
                    }
                    case BORN -> {
                        return When.Anchor.BIRTH;
                    }
                    case DIED -> {
                        return When.Anchor.DEATH;
                    }
                    default -> {
                        // looks on
                    }
                }
            }
            if (item instanceof Item.Words || item instanceof Item.Drug) {
                return When.Anchor.NEXT;
            }
            if (item instanceof Item.Stop) {
                break;
            }
        }
        return When.Anchor.PREVIOUS;
    }

    /** "Left the ICU", "out of the ICU". */
    boolean nextStay(int i) {
        return i + 1 < items.size()
                && items.get(i + 1) instanceof Item.Sense sense
                && (sense.cue() == Cue.ICU || sense.cue() == Cue.ED);
    }

    boolean nextIsNumber(int i) {
        for (int at = i + 1; at < items.size(); at++) {
            if (items.get(at) instanceof Item.Number) {
                return true;
            }
            boolean passed = items.get(at) instanceof Item.Filler
                    || items.get(at) instanceof Item.Sense sense && Cue.BOUNDS.contains(sense.cue());
            if (!passed) {
                return false;
            }
        }
        return false;
    }

    /** Whether a number stands behind what is said of the time here, with nothing named between. */
    boolean numberFollows(int i) {
        for (int at = i + 1; at < items.size(); at++) {
            if (items.get(at) instanceof Item.Number number) {
                return !number.amount().isSpan();
            }
            if (!(items.get(at) instanceof Item.Filler) && !(items.get(at) instanceof Item.Sense)) {
                return false;
            }
        }
        return false;
    }

    /** "94% in the ED" tells where. */
    boolean isSaidWhere(int i) {
        for (int at = i - 1; at >= 0 && items.get(at) instanceof Item.Filler filler; at--) {
            if (Set.of("in", "at", "during").contains(filler.written())) {
                return true;
            }
        }
        return false;
    }

    boolean anchored(int i) {
        for (int at = i - 1; at >= 0; at--) {
            Item item = items.get(at);
            if (item instanceof Item.Number number && number.amount().isSpan()) {
                return senseNear(at, 1)
                                .filter(cue -> cue == Cue.AFTER || cue == Cue.BEFORE || cue == Cue.LATER)
                                .isPresent()
                        || senseNear(at, -1).filter(Cue.WITHIN::equals).isPresent()
                        || isFiller(at + 1, "into")
                        || isFiller(at + 1, "of");
            }
            if (!(item instanceof Item.Filler) && !(item instanceof Item.Sense)) {
                return false;
            }
        }
        return false;
    }

    boolean adjacentSense(int i) {
        return i > 0 && items.get(i - 1) instanceof Item.Sense;
    }

    /** Behind a comma or "and" behind another of its kind. */
    boolean isSecond(Class<? extends Item> kind) {
        return at > 1 && items.get(at - 1) instanceof Item.Join && kind.isInstance(items.get(at - 2));
    }
}
