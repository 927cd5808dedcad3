package org.anamnesis.context;

import java.util.List;
import java.util.Optional;
import org.anamnesis.conflict.Conflict;
import org.anamnesis.course.Course;
import org.anamnesis.digest.Digest;
import org.anamnesis.focus.Choice;
import org.anamnesis.frame.Framed;
import org.hl7.fhir.r4.model.Resource;

/**
 * The bounded context of a patient.
 *
 * @param wanted what was asked for
 * @param framed the chart within its visit and time
 * @param choice what bears on the question, where one was asked
 * @param digest the chosen facts as lines, and what did not fit
 * @param courses of the drugs of which something was chosen
 * @param conflicts where the chart contradicts itself, in something that was chosen; without a question everywhere
 * @param resources what the chosen facts were made of
 * @param base the base against which references in the resources are to be read
 */
public record PatientContext(
        Wanted wanted,
        Framed framed,
        Optional<Choice> choice,
        Digest digest,
        List<Course> courses,
        List<Conflict> conflicts,
        List<Resource> resources,
        String base) {

    public PatientContext {
        courses = List.copyOf(courses);
        conflicts = List.copyOf(conflicts);
        resources = List.copyOf(resources);
    }
}
