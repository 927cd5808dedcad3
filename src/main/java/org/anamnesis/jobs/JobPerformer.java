package org.anamnesis.jobs;

/** Does what was asked, as it would have been done at once. */
public interface JobPerformer {

    /** Whether it can do anything yet: background work of a node begins before all of the node is up. */
    boolean isReady();

    /** Answers a request; what goes wrong is an answer too. Called with {@link Running} set on the thread. */
    JobResult perform(JobRequest request);

    /** The answer to a request that could not be brought to an end: it failed for a time, and may be made again. */
    JobResult interrupted(JobRequest request);
}
