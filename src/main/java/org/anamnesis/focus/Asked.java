package org.anamnesis.focus;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.chart.Attribute.Role;
import org.anamnesis.chart.Standing;

/**
 * What a question was understood to ask for.
 *
 * @param subject what sorts of things, and what they are called
 * @param spans when, in each way the question can be read; never empty
 * @param stay the visit or stay that bounds it
 * @param choice which of them
 * @param meanings all that the question says, for a search by words
 * @param now what counts as now
 */
record Asked(
        Subject subject,
        List<Window> spans,
        Optional<StayCue> stay,
        Choosing choice,
        List<Meaning> meanings,
        LocalDateTime now) {

    Asked {
        spans = List.copyOf(spans);
        meanings = List.copyOf(meanings);
    }

    /**
     * @param topics what sorts of things; empty where the question does not say
     * @param names what they are called, any of them; empty where all are meant
     * @param qualifiers what else must hold of them
     */
    record Subject(Set<Topic> topics, List<Phrase> names, List<Qualifier> qualifiers) {
        Subject {
            topics = Set.copyOf(topics);
            names = List.copyOf(names);
            qualifiers = List.copyOf(qualifiers);
        }
    }

    /**
     * @param ranks which of them in order of time; empty where all are meant
     * @param extremes which of them by their values
     * @param comparison what their values must be
     * @param standings how they should stand; empty where it does not matter
     * @param ofAll whether all there are were asked for in so many words: how many, any, list
     */
    record Choosing(
            List<Rank> ranks,
            List<Extreme> extremes,
            Optional<Comparison> comparison,
            Set<Standing> standings,
            boolean ofAll) {
        Choosing {
            ranks = List.copyOf(ranks);
            extremes = List.copyOf(extremes);
            standings = Set.copyOf(standings);
        }

        /** Whether few are asked for, not all there are. */
        boolean isOfFew() {
            return !ranks.isEmpty() || !extremes.isEmpty();
        }
    }

    /** A mark that must be there, in one of these roles: by this route, admitted from there. */
    record Qualifier(Set<Role> roles, Phrase phrase) {}

    /** The least or the greatest value. */
    enum Extreme {
        LEAST,
        GREATEST
    }

    /** A bound on values, itself not included. */
    record Comparison(boolean above, BigDecimal bound) {
        boolean holds(BigDecimal number) {
            int difference = number.compareTo(bound);
            return above ? difference > 0 : difference < 0;
        }
    }
}
