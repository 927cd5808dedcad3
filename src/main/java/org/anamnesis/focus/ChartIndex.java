package org.anamnesis.focus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.chart.Attribute;
import org.anamnesis.chart.Passage;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * The words of one chart, searchable in memory: entries by their names, and entries and the sentences of notes by all they
 * say. Words are compared by their stems.
 */
final class ChartIndex {

    private static final String NAME = "name";
    private static final String TEXT = "text";
    private static final String PLACE = "place";
    private static final float NAME_BOOST = 1.5f;
    private static final float SECOND_BEST = 0.1f;

    /** Ways to say things in one search: Lucene refuses queries of more than about a thousand parts, and so does sense. */
    private static final int MAX_WAYS = 400;

    private final List<Entry> entries;
    private final List<Passage> passages;
    private final IndexSearcher searcher;
    private final QueryBuilder queries;

    ChartIndex(List<Entry> entries, List<Passage> passages) {
        this.entries = entries;
        this.passages = passages;
        StemmedWords words = new StemmedWords();
        this.queries = new QueryBuilder(words);
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(words))) {
                for (int i = 0; i < entries.size(); i++) {
                    writer.addDocument(document(entries.get(i), i));
                }
                for (int i = 0; i < passages.size(); i++) {
                    writer.addDocument(document(passages.get(i), entries.size() + i));
                }
            }
            this.searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory", e);
        }
    }

    /** What was found, the best first: exactly one of both is given. */
    record Found(List<Entry> entry, List<Passage> passage, float score) {}

    /** The entries whose names have all these words, or words that mean the same. */
    Set<Entry> named(Phrase phrase) {
        List<Meaning> meanings = Meaning.of(phrase);
        if (bounded(meanings).size() < meanings.size()) {
            return Set.of();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        meanings.forEach(meaning -> all.add(either(NAME, meaning), Occur.MUST));
        return search(all.build(), entries.size() + 1).stream()
                .flatMap(found -> found.entry().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What has most of these meanings, weighed by how rare they are. */
    List<Found> relevant(List<Meaning> meanings, int limit) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Meaning meaning : bounded(meanings)) {
            any.add(either(TEXT, meaning), Occur.SHOULD);
            any.add(new BoostQuery(either(NAME, meaning), NAME_BOOST), Occur.SHOULD);
        }
        return search(any.build(), limit);
    }

    /** In how many entries and sentences a meaning stands. */
    int count(Meaning meaning) {
        try {
            return searcher.count(either(TEXT, meaning));
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory", e);
        }
    }

    int size() {
        return entries.size() + passages.size();
    }

    /** The first meanings, as many as one search can hold. */
    private static List<Meaning> bounded(List<Meaning> meanings) {
        List<Meaning> some = new ArrayList<>();
        int ways = 0;
        for (Meaning meaning : meanings) {
            ways += meaning.ways().size();
            if (ways > MAX_WAYS) {
                break;
            }
            some.add(meaning);
        }
        return some;
    }

    private List<Found> search(Query query, int limit) {
        try {
            List<Found> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
                int place = place(hit.doc);
                found.add(
                        place < entries.size()
                                ? new Found(List.of(entries.get(place)), List.of(), hit.score)
                                : new Found(List.of(), List.of(passages.get(place - entries.size())), hit.score));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory", e);
        }
    }

    private int place(int doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
        NumericDocValues places = leaf.reader().getNumericDocValues(PLACE);
        if (!places.advanceExact(doc - leaf.docBase)) {
            throw new IllegalStateException("every document has its place");
        }
        return (int) places.longValue();
    }

    private Query either(String field, Meaning meaning) {
        List<Query> ways = meaning.ways().stream()
                .map(way -> queries.createPhraseQuery(field, way.toString()))
                .filter(Objects::nonNull)
                .toList();
        return new DisjunctionMaxQuery(ways, SECOND_BEST);
    }

    private static Document document(Entry entry, int place) {
        Document document = new Document();
        for (String name : entry.names()) {
            add(document, NAME, name);
            add(document, TEXT, name);
        }
        for (Attribute mark : entry.marks()) {
            if (Lexicon.NAMING.contains(mark.role())) {
                add(document, NAME, mark.text());
            }
            add(document, TEXT, mark.text());
        }
        add(document, TEXT, entry.topic().words());
        document.add(new NumericDocValuesField(PLACE, place));
        return document;
    }

    private static Document document(Passage passage, int place) {
        Document document = new Document();
        passage.section().ifPresent(section -> add(document, TEXT, section));
        add(document, TEXT, passage.text());
        document.add(new NumericDocValuesField(PLACE, place));
        return document;
    }

    private static void add(Document document, String field, String text) {
        document.add(new TextField(field, text, Field.Store.NO));
    }
}
