package org.anamnesis.evaluation;

import java.io.IOException;
import java.util.List;
import org.anamnesis.corpus.Item;
import org.anamnesis.measure.SetResult;

/** One evaluation set: which items it has, what the product makes of one, and what the figures over all are. */
interface EvaluationSet {

    /** Which set it is; its id is its folder's name. */
    SetResult.Name name();

    /** Its items, in input order; empty where the data have none. */
    List<Task> tasks(Corpus corpus) throws IOException;

    /**
     * What the product makes of one item.
     *
     * @param key the chart that the item is about
     */
    Output run(Item item, ChartKey key, ChartDesk charts) throws IOException;

    /** What was measured, now with what is right in view. */
    SetResult result(Scored scored, Corpus corpus) throws IOException;
}
