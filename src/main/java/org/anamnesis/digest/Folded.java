package org.anamnesis.digest;

import java.util.List;
import org.anamnesis.chart.Chart;
import org.anamnesis.course.Course;
import org.anamnesis.course.Courses;
import org.anamnesis.course.ProblemThread;
import org.anamnesis.course.ProblemThreads;
import org.anamnesis.course.Series;
import org.anamnesis.course.SeriesOf;
import org.anamnesis.course.Stay;
import org.anamnesis.course.Stays;

/**
 * A chart and what its facts add up to.
 *
 * @param chart the chart
 * @param courses of its medicines
 * @param threads of its problems
 * @param series of its results and vital signs
 * @param stays of its encounters
 */
record Folded(Chart chart, List<Course> courses, List<ProblemThread> threads, List<Series> series, List<Stay> stays) {

    static Folded of(Chart chart) {
        return new Folded(chart, Courses.of(chart), ProblemThreads.of(chart), SeriesOf.of(chart), Stays.of(chart));
    }
}
