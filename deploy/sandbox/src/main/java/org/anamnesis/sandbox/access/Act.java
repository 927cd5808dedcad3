package org.anamnesis.sandbox.access;

import java.util.Locale;
import org.anamnesis.sandbox.authorization.Permission;

/**
 * One interaction with one type of resource.
 *
 * @param type the resource type
 * @param permission what a scope must permit for it
 */
record Act(String type, Permission permission) {

    boolean isCoveredBy(Grant grant) {
        return grant.scopes().permit(type, permission);
    }

    /** A scope that would cover it. */
    String scope(Grant grant) {
        var context = grant.scopes().resourceScopes().stream()
                .findFirst()
                .map(held -> held.context().name().toLowerCase(Locale.ROOT))
                .orElse("system");
        return context + "/" + type + "." + permission.letter();
    }
}
