package org.anamnesis.recall;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.anamnesis.background.BackgroundWork;
import org.anamnesis.store.DraftIndexing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes drafts of earlier versions of the product findable by what they came from. Once after each start; what cannot be opened is
 * counted, and told to whoever recalls.
 */
@ApplicationScoped
public class IndexWork implements BackgroundWork {

    /** The work's name and the id of its one request. */
    public static final String NAME = "index-drafts";

    private static final Logger LOG = LoggerFactory.getLogger(IndexWork.class);
    private static final int AT_ONCE = 200;

    private final @Nullable DraftIndexing drafts;

    /** For the container's proxies only. */
    protected IndexWork() {
        this.drafts = null;
    }

    @Inject
    public IndexWork(DraftIndexing drafts) {
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Next run(String id) {
        DraftIndexing all = Objects.requireNonNull(drafts);
        int sealed = 0;
        List<UUID> page = all.next(Optional.empty(), AT_ONCE);
        while (!page.isEmpty()) {
            for (UUID draft : page) {
                sealed += all.index(draft) ? 0 : 1;
            }
            page = all.next(Optional.of(page.getLast()), AT_ONCE);
        }
        if (sealed > 0) {
            LOG.warn("{} draft(s) cannot be opened with the keys configured; no recall finds them", sealed);
        }
        return new Next.Done();
    }
}
