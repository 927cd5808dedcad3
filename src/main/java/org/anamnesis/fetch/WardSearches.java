package org.anamnesis.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.exchange.EhrOrigin;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The searches by which the patients at a location are found; what could not be read to its end is remembered. */
final class WardSearches {

    /** A ward has rooms, a room has beds. */
    private static final int LEVELS = 2;

    private static final int MOST_PLACES = 400;
    private static final int PLACES_A_SEARCH = 40;
    private static final int MOST_PAGES = 20;
    private static final int PAGE = 100;

    private final Requests requests;
    private final EhrOrigin origin;
    private Optional<String> incomplete = Optional.empty();

    WardSearches(Requests requests, EhrOrigin origin) {
        this.requests = requests;
        this.origin = origin;
    }

    /** The place and all that are part of it, by their ids. */
    List<String> within(String place) {
        Set<String> all = new LinkedHashSet<>(List.of(place));
        List<String> last = List.of(place);
        for (int level = 0; level < LEVELS && !last.isEmpty(); level++) {
            List<String> next = new ArrayList<>();
            for (List<String> some : parts(last)) {
                for (Location part :
                        search(Location.class, "Location?partof=" + String.join(",", some) + "&_count=" + PAGE)) {
                    if (all.add(part.getIdElement().getIdPart())) {
                        next.add(part.getIdElement().getIdPart());
                    }
                }
            }
            last = next;
        }
        if (all.size() > MOST_PLACES) {
            incomplete = Optional.of("cut-off");
        }
        return all.stream().limit(MOST_PLACES).toList();
    }

    /** The encounters that are going on at these places now; those that have moved on are left out. */
    List<Encounter> current(List<String> places) {
        List<Encounter> current = new ArrayList<>();
        Set<String> here = new HashSet<>(places);
        for (List<String> some : parts(places)) {
            search(
                            Encounter.class,
                            "Encounter?location=" + String.join(",", some)
                                    + "&status=arrived,triaged,in-progress,onleave&_count=" + PAGE)
                    .stream()
                    .filter(encounter -> isAt(encounter, here))
                    .forEach(current::add);
        }
        return current;
    }

    /** The Groups of persons that list a patient. */
    List<Group> groupsOf(String patient) {
        return search(Group.class, "Group?member=Patient/" + patient + "&_count=" + PAGE);
    }

    /** The places of a patient's current encounters, and what they are part of, the widest first. */
    List<Location> placesOf(String patient) {
        Map<String, Location> places = new LinkedHashMap<>();
        search(
                        Encounter.class,
                        "Encounter?patient=" + patient + "&status=arrived,triaged,in-progress,onleave&_count=" + PAGE)
                .stream()
                .flatMap(encounter -> encounter.getLocation().stream())
                .filter(stay -> !stay.getPeriod().hasEnd())
                .filter(stay -> !stay.hasStatus() || stay.getStatus() == Encounter.EncounterLocationStatus.ACTIVE)
                .flatMap(stay -> id(stay.getLocation()).stream())
                .distinct()
                .forEach(id -> addWithWhole(places, Optional.of(id)));
        List<Location> widestFirst = new ArrayList<>(places.values());
        Collections.reverse(widestFirst);
        return widestFirst;
    }

    private void addWithWhole(Map<String, Location> places, Optional<String> first) {
        Optional<String> id = first;
        for (int level = 0; level <= LEVELS && id.isPresent() && !places.containsKey(id.get()); level++) {
            if (!(requests.read(Location.class, id.get()) instanceof Answer.Arrived arrived)
                    || !(arrived.resource() instanceof Location place)) {
                return;
            }
            places.put(id.get(), place);
            id = id(place.getPartOf());
        }
    }

    private Optional<String> id(Reference location) {
        return Optional.ofNullable(location.getReference()).flatMap(target -> origin.idOf("Location", target));
    }

    /** Why there may be more than was found. */
    Optional<String> incomplete() {
        return incomplete;
    }

    private boolean isAt(Encounter encounter, Set<String> here) {
        return encounter.getLocation().stream()
                .filter(stay -> !stay.getPeriod().hasEnd())
                .filter(stay -> !stay.hasStatus() || stay.getStatus() == Encounter.EncounterLocationStatus.ACTIVE)
                .flatMap(stay -> id(stay.getLocation()).stream())
                .anyMatch(here::contains);
    }

    private <T extends Resource> List<T> search(Class<T> type, String query) {
        List<T> found = new ArrayList<>();
        Optional<URI> next = Optional.of(URI.create(origin.base() + "/" + query));
        for (int page = 0; next.isPresent(); page++) {
            Answer answer = page < MOST_PAGES ? requests.page(next.get()) : new Answer.Broken("cut-off");
            if (!(answer instanceof Answer.Arrived arrived) || !(arrived.resource() instanceof Bundle bundle)) {
                incomplete = Optional.of(reason(answer));
                return found;
            }
            bundle.getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getResource)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .forEach(found::add);
            next = Optional.ofNullable(bundle.getLink(Bundle.LINK_NEXT))
                    .flatMap(link -> origin.within(String.valueOf(link.getUrl())));
        }
        return found;
    }

    private static String reason(Answer answer) {
        return switch (answer) {
            case Answer.Arrived ignored -> "unreadable-answer";
            case Answer.Absent ignored -> "http-404";
            case Answer.Refused ignored -> "not-permitted";
            case Answer.Broken broken -> broken.reason();
        };
    }

    private static List<List<String>> parts(List<String> all) {
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PLACES_A_SEARCH) {
            parts.add(all.subList(from, Math.min(all.size(), from + PLACES_A_SEARCH)));
        }
        return parts;
    }
}
