package org.anamnesis.smart;

import java.util.List;
import java.util.Optional;

/**
 * What an EHR tells of a launch beside patient and encounter (SMART App Launch 2.2, "Launch context"). Wishes and hints:
 * nothing here widens what may be read or done.
 *
 * @param intent what the user wants, e.g. {@code triage}; what nobody knows means the usual page
 * @param resources further resources in context ({@code fhirContext})
 * @param tenant the organization, where several share one server
 * @param style where the EHR's look is described ({@code smart_style_url}); an address of this very EHR
 * @param appContext a text of whoever linked to us, e.g. on a card; never trusted
 */
public record LaunchContext(
        Optional<String> intent,
        List<Item> resources,
        Optional<String> tenant,
        Optional<String> style,
        Optional<String> appContext) {

    /** The role of what the launch was made in the context of. */
    public static final String LAUNCH = "launch";

    public LaunchContext {
        resources = List.copyOf(resources);
    }

    /** Without the patient's. */
    @Override
    public String toString() {
        return "LaunchContext";
    }

    /**
     * One resource in context.
     *
     * @param reference as {@code Type/id} of this EHR
     * @param canonical its canonical address, for definitions
     * @param type the resource type, where it is said
     * @param role {@value #LAUNCH} or another
     */
    public record Item(Optional<String> reference, Optional<String> canonical, Optional<String> type, String role) {}
}
