package org.anamnesis.jobs;

import java.time.Instant;

/** How a request stands, as its caller is told. */
public sealed interface JobStatus {

    /** There is none with this name for this caller. */
    record Unknown() implements JobStatus {}

    /** It was asked for too often. */
    record TooSoon() implements JobStatus {}

    /** It is being done. */
    record UnderWay(String progress, Instant expires) implements JobStatus {}

    /** It is answered. */
    record Complete(JobResult result, Instant expires) implements JobStatus {}
}
