package org.anamnesis.fetch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.anamnesis.fetch.SearchPlan.Order;
import org.anamnesis.fetch.SearchPlan.Part;
import org.anamnesis.fetch.SearchPlan.Search;
import org.anamnesis.fetch.SearchPlan.Understood;

/**
 * A search as it is put to one EHR. One that is refused can be put more weakly: without exceptions, then without all that
 * only shapes the answer.
 *
 * @param search what is wanted
 * @param understood what is sent of the parameters that shape the answer
 * @param excepting whether the part's exceptions are sent
 * @param since the first day of the window
 * @param weakened how often it was put more weakly
 */
record Wording(Search search, Understood understood, boolean excepting, Optional<LocalDate> since, int weakened) {

    /** In full, for a chart whose "now" is this day. */
    static Wording of(Search search, Understood understood, LocalDate asOf) {
        return new Wording(search, understood, true, search.part().within().map(asOf::minus), 0);
    }

    /** The next weaker way to ask for the same. */
    Optional<Wording> weaker() {
        if (excepting && !search.part().except().isEmpty()) {
            return Optional.of(new Wording(search, understood, false, since, weakened + 1));
        }
        return understood.equals(understood.plain())
                ? Optional.empty()
                : Optional.of(new Wording(search, understood.plain(), false, since, weakened + 1));
    }

    /** Whether this asks for all there is of the type, at any time. */
    boolean asksForTheWholeType() {
        Part part = search.part();
        return part.where().isEmpty() && (part.except().isEmpty() || !excepting) && since.isEmpty();
    }

    /** Type and query, relative to the EHR's base. */
    String query(String patientId) {
        List<String> all = conditions(patientId);
        if (since.isPresent() && search.order() instanceof Order.Newest newest) {
            all.add(newest.by() + "=ge" + since.get());
        }
        if (understood.include()) {
            search.includes().forEach(include -> all.add("_include=" + include));
        }
        if (isSorted() && search.order() instanceof Order.Newest newest) {
            all.add("_sort=-" + newest.by());
        }
        if (understood.total()) {
            all.add("_total=accurate");
        }
        if (understood.count()) {
            all.add("_count=" + search.bounds().pageSize());
        }
        return search.type() + "?" + String.join("&", all);
    }

    /** Asks how many there are, of all times. */
    String countQuery(String patientId) {
        return search.type() + "?" + String.join("&", conditions(patientId)) + "&_summary=count";
    }

    boolean isSorted() {
        return understood.sort() && search.order() instanceof Order.Newest;
    }

    /** The names of the conditions that make this a part of the type. */
    Set<String> conditionNames() {
        Set<String> names = new TreeSet<>();
        search.part().where().forEach(condition -> names.add(condition.split("[:=.]", 2)[0]));
        return names;
    }

    /** What was asked, in words. */
    String asked(boolean sorted) {
        Part part = search.part();
        String name = !excepting && !part.except().isEmpty() ? "any" : part.name();
        String most = String.valueOf(search.bounds().resources());
        String order = search.order() instanceof Order.All ? "all" : sorted ? "newest " + most : most + " in no known order";
        String window = since.map(day -> " since " + day).orElse("");
        return (name.isEmpty() ? "" : name + ", ") + order + window;
    }

    /** What would have been asked, in words. */
    static String asked(Search search) {
        return new Wording(search, Understood.ALL, true, Optional.empty(), 0).asked(true);
    }

    private List<String> conditions(String patientId) {
        List<String> all = new ArrayList<>();
        all.add(search.patientBy() + "=" + (search.patientBy().equals("patient") ? "" : "Patient/") + patientId);
        search.part().where().forEach(condition -> all.add(encoded(condition, "")));
        if (excepting) {
            // One at a time: what several values of one :not mean, servers do not agree on.
            search.part().except().forEach(condition -> all.add(encoded(condition, ":not")));
        }
        return all;
    }

    private static String encoded(String condition, String modifier) {
        int equals = condition.indexOf('=');
        String value = URLEncoder.encode(condition.substring(equals + 1), StandardCharsets.UTF_8);
        return condition.substring(0, equals) + modifier + "="
                + value.replace("%2C", ",").replace("%3A", ":").replace("%2F", "/");
    }
}
