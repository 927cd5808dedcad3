package org.anamnesis.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The faults switched on now. */
public final class Faults {

    private final List<Switched> switched = new ArrayList<>();

    /** All that are on, as they were asked for. */
    public synchronized List<Fault> all() {
        return switched.stream().map(on -> on.fault).toList();
    }

    /** All that are on, in words. */
    public List<String> descriptions() {
        return all().stream().map(Fault::description).toList();
    }

    /** Switches one more on. */
    public synchronized void add(Fault fault) {
        switched.add(new Switched(fault));
    }

    /** Switches these on and all others off. */
    public synchronized void replace(List<Fault> faults) {
        switched.clear();
        faults.forEach(this::add);
    }

    /** Switches all off. */
    public synchronized void clear() {
        switched.clear();
    }

    /** The first fault of a kind that concerns an interaction; it counts as having happened. */
    synchronized Optional<Fault> strike(FaultKind kind, @Nullable String type, @Nullable String interaction) {
        var hit = switched.stream()
                .filter(on -> on.fault.concerns(kind, type, interaction))
                .findFirst();
        hit.ifPresent(on -> {
            on.left--;
            if (on.left == 0) {
                switched.remove(on);
            }
        });
        return hit.map(on -> on.fault);
    }

    private static final class Switched {

        private final Fault fault;
        private long left;

        Switched(Fault fault) {
            this.fault = fault;
            this.left = fault.times() == null ? Long.MAX_VALUE : fault.times();
        }
    }
}
