package org.anamnesis.fetch;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.fetch.SearchPlan.Bounds;
import org.anamnesis.fetch.SearchPlan.Order;
import org.anamnesis.fetch.SearchPlan.Part;
import org.anamnesis.fetch.SearchPlan.Search;
import org.jspecify.annotations.Nullable;

/** One search as it is written in a plan's file. */
record WrittenSearch(
        @Nullable String type,
        @Nullable String patientBy,
        @Nullable String part,
        @Nullable List<String> where,
        @Nullable List<String> except,
        @Nullable Integer all,
        @Nullable Integer newest,
        @Nullable String by,
        @Nullable String within,
        @Nullable List<String> include,
        @Nullable Integer pageSize,
        @Nullable Integer pages,
        @Nullable String batch) {

    private static final int LARGEST_PAGE = 1_000;

    /** For EHRs that cut pages shorter than asked. */
    private static final int USUAL_PAGES = 10;

    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final Pattern CONDITION = Pattern.compile("[A-Za-z_][A-Za-z0-9_:.-]{0,63}=[^&#\\s]{1,500}");
    private static final Pattern PLAIN_CONDITION = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}=[^&#\\s,]{1,500}");
    private static final Pattern INCLUDE = Pattern.compile("[A-Z][A-Za-z]{1,63}:[a-z][A-Za-z0-9-]{0,63}");

    /** The search, or the first thing that is wrong with it. */
    Search at(String place) throws WrongPlan {
        check(SearchPlanFile.TYPE, type, place + ".type is no resource type");
        WrongPlan.check((all == null) != (newest == null), place + " needs either all or newest");
        WrongPlan.check((by == null) == (newest == null), place + " needs by with newest, and only then");
        check(PARAMETER, or(by, "none"), place + ".by is no search parameter");
        check(PARAMETER, or(patientBy, "patient"), place + ".patientBy is no search parameter");
        check(CONDITION, where, place + ".where holds something that is not like category=laboratory");
        check(PLAIN_CONDITION, except, place + ".except holds something that is not like category=laboratory");
        check(INCLUDE, include, place + ".include holds something that is not like Encounter:location");
        return new Search(
                or(type, ""),
                or(patientBy, "patient"),
                new Part(or(part, ""), or(where, List.of()), or(except, List.of()), within(place)),
                by == null ? new Order.All() : new Order.Newest(by),
                or(include, List.of()),
                bounds(place),
                Optional.ofNullable(batch));
    }

    private Bounds bounds(String place) throws WrongPlan {
        int most = or(all, or(newest, 0));
        int page = or(pageSize, Math.min(most, LARGEST_PAGE));
        int followed = or(pages, USUAL_PAGES);
        WrongPlan.check(most >= 1 && page >= 1 && followed >= 1, place + " has a bound below 1");
        return new Bounds(most, page, followed);
    }

    private Optional<Period> within(String place) throws WrongPlan {
        if (within == null) {
            return Optional.empty();
        }
        WrongPlan.check(by != null, place + ".within needs newest and by");
        try {
            Period period = Period.parse(within);
            WrongPlan.check(!period.isNegative() && !period.isZero(), place + ".within is not above zero");
            return Optional.of(period);
        } catch (DateTimeParseException notAPeriod) {
            throw new WrongPlan(place + ".within is no period like P2Y");
        }
    }

    private static void check(Pattern form, @Nullable String text, String otherwise) throws WrongPlan {
        WrongPlan.check(text != null && form.matcher(text).matches(), otherwise);
    }

    private static void check(Pattern form, @Nullable List<String> texts, String otherwise) throws WrongPlan {
        if (texts != null) {
            for (String text : texts) {
                check(form, text, otherwise);
            }
        }
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
