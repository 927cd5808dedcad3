package org.anamnesis.fhirpath;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anamnesis.fhirpath.AddedFunctions.Scope;
import org.hl7.fhir.exceptions.PathEngineException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Kind;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.model.Base;

/**
 * {@code sort([key] ...)} of FHIRPath 3.0: by each key in turn, by the items themselves where there is none, descending
 * behind a minus. An item without a key comes first. Equal items keep their order.
 */
final class Sorting {

    private final FHIRPathEngine engine;
    private final Scope scope;
    private final List<ExpressionNode> keys;

    Sorting(FHIRPathEngine engine, Scope scope, List<ExpressionNode> keys) {
        this.engine = engine;
        this.scope = scope;
        this.keys = keys;
    }

    List<Base> sorted(List<Base> items) {
        Comparator<Keyed> order = Comparator.comparing(item -> 0);
        for (int i = 0; i < Math.max(1, keys.size()); i++) {
            int place = i;
            Comparator<Keyed> byKey = Comparator.comparing(item -> item.keys().get(place), Sorting::compare);
            order = order.thenComparing(isDescending(place) ? byKey.reversed() : byKey);
        }
        return items.stream().map(this::keyed).sorted(order).map(Keyed::item).toList();
    }

    private record Keyed(Base item, List<Optional<Base>> keys) {}

    private Keyed keyed(Base item) {
        if (keys.isEmpty()) {
            return new Keyed(item, List.of(Optional.of(item)));
        }
        List<Optional<Base>> found = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            ExpressionNode key = isDescending(i) ? keys.get(i).getOpNext() : keys.get(i);
            List<Base> values = engine.evaluate(scope, item, item, item, key);
            if (values.size() > 1) {
                throw new PathEngineException("a sort key of more than one value");
            }
            found.add(values.stream().findFirst());
        }
        return new Keyed(item, found);
    }

    private boolean isDescending(int place) {
        return !keys.isEmpty() && keys.get(place).getKind() == Kind.Unary;
    }

    private static int compare(Optional<Base> left, Optional<Base> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isPresent(), right.isPresent());
        }
        String one = text(left.get());
        String other = text(right.get());
        if (left.get().isDateTime() && right.get().isDateTime()) {
            return Comparator.comparing(Sorting::moment).compare(one, other);
        }
        if (isNumber(left.get()) && isNumber(right.get())) {
            return new BigDecimal(one).compareTo(new BigDecimal(other));
        }
        return one.compareTo(other);
    }

    private static String text(Base value) {
        return Optional.ofNullable(value.primitiveValue())
                .orElseThrow(() -> new PathEngineException("a sort key that is no primitive"));
    }

    private static Instant moment(String time) {
        return Times.moment(time).orElseThrow(() -> new PathEngineException("a sort key that is no time"));
    }

    private static boolean isNumber(Base value) {
        return value.hasType("integer", "decimal", "positiveInt", "unsignedInt");
    }
}
