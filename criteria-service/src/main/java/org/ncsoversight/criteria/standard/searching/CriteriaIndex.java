package org.ncsoversight.criteria.standard.searching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.searching.Passages.Run;

/** An index in memory of some editions, each criterion a document. */
final class CriteriaIndex implements AutoCloseable {

    /** One criterion that answers, with its sentences that do. */
    record Hit(String edition, String code, String title, List<Sentence> sentences) {}

    /** A sentence and where it stands. */
    record Sentence(String where, List<Run> runs) {}

    private static final String EDITION = "edition";
    private static final String CODE = "code";
    private static final String TITLE = "title";
    private static final String ALL = "all";
    private static final Map<String, String> WHERE = where();
    private static final int SENTENCES_OF_A_FIELD = 2;
    private static final float MOST_WORDS = 0.75f;
    private static final float TITLE_BOOST = 3;
    private static final float CODE_BOOST = 20;
    private static final float BEGINNING_BOOST = 0.1f;
    private static final int SHORTEST_BEGINNING = 4;

    private final Analyzer analyzer = new EnglishAnalyzer();
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;

    CriteriaIndex(Collection<Edition> editions) {
        try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (Edition edition : editions) {
                for (Criterion criterion : edition.criteria()) {
                    writer.addDocument(document(edition, criterion));
                }
            }
            writer.commit();
            reader = DirectoryReader.open(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The best answers to some words, in all editions or in one; signs and operators are no words. */
    List<Hit> search(String words, Optional<String> edition, int limit) {
        Optional<Query> query = query(words);
        if (query.isEmpty()) {
            return List.of();
        }
        var filtered = new BooleanQuery.Builder().add(query.get(), Occur.MUST);
        edition.ifPresent(code -> filtered.add(new TermQuery(new Term(EDITION, code)), Occur.FILTER));
        try {
            var searcher = new IndexSearcher(reader);
            TopDocs found = searcher.search(filtered.build(), limit);
            return hits(searcher, query.get(), found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (directory;
                analyzer) {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Query> query(String words) {
        var builder = new WordFamilies(analyzer);
        Query most = builder.createMinShouldMatchQuery(ALL, words, MOST_WORDS);
        if (most == null) {
            return Optional.empty();
        }
        var query = new BooleanQuery.Builder().add(most, Occur.MUST);
        Query title = builder.createBooleanQuery(TITLE, words);
        if (title != null) {
            query.add(new BoostQuery(title, TITLE_BOOST), Occur.SHOULD);
        }
        query.add(new BoostQuery(new TermQuery(new Term(CODE, words.strip())), CODE_BOOST), Occur.SHOULD);
        return Optional.of(query.build());
    }

    /** Words and, not quite as good, those that begin with them: "partner" finds "partnership", whose root is another. */
    private static final class WordFamilies extends QueryBuilder {

        WordFamilies(Analyzer analyzer) {
            super(analyzer);
        }

        @Override
        protected Query newTermQuery(Term term, float boost) {
            Query exactly = super.newTermQuery(term, boost);
            return term.text().length() < SHORTEST_BEGINNING
                    ? exactly
                    : new DisjunctionMaxQuery(
                            List.of(exactly, new BoostQuery(new PrefixQuery(term), BEGINNING_BOOST)), 0);
        }
    }

    private List<Hit> hits(IndexSearcher searcher, Query query, TopDocs found) throws IOException {
        var highlighter = UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withFieldMatcher(_ -> true)
                .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.UK))
                .withFormatter(new Passages())
                .withMaxNoHighlightPassages(0)
                .build();
        var hits = new ArrayList<Hit>();
        for (ScoreDoc one : found.scoreDocs) {
            Document document = searcher.storedFields().document(one.doc);
            hits.add(new Hit(
                    document.get(EDITION),
                    document.get(CODE),
                    document.get(TITLE),
                    sentences(highlighter, query, document)));
        }
        return hits;
    }

    private static List<Sentence> sentences(UnifiedHighlighter highlighter, Query query, Document document)
            throws IOException {
        var sentences = new ArrayList<Sentence>();
        for (Map.Entry<String, String> field : WHERE.entrySet()) {
            for (String text : document.getValues(field.getKey())) {
                Object passages =
                        highlighter.highlightWithoutSearcher(field.getKey(), query, text, SENTENCES_OF_A_FIELD);
                if (passages instanceof List<?> found) {
                    found.stream()
                            .map(CriteriaIndex::runs)
                            .forEach(runs -> sentences.add(new Sentence(field.getValue(), runs)));
                }
            }
        }
        return sentences;
    }

    private static List<Run> runs(Object passage) {
        return ((List<?>) passage).stream().map(Run.class::cast).toList();
    }

    private static Document document(Edition edition, Criterion criterion) {
        var document = new Document();
        document.add(new StringField(EDITION, edition.id().value(), Store.YES));
        document.add(new StringField(CODE, criterion.code().value(), Store.YES));
        add(document, TITLE, criterion.title());
        add(document, "asks", criterion.asks());
        add(document, "practice", criterion.practice());
        criterion.documents().forEach(text -> add(document, "lookingFor", text));
        criterion.prompts().values().forEach(prompts -> prompts.forEach(prompt -> add(document, "prompts", prompt)));
        edition.contents().documents().stream()
                .filter(named -> named.criteria().contains(criterion.code()))
                .forEach(named -> add(document, "documents", named.title()));
        edition.threadsWith(criterion.code())
                .forEach(thread -> add(document, "threads", thread.title() + ". " + thread.about()));
        document.add(new TextField(ALL, criterion.code().value(), Store.NO));
        return document;
    }

    private static void add(Document document, String field, String text) {
        if (!text.isEmpty()) {
            document.add(new TextField(field, text, Store.YES));
            document.add(new TextField(ALL, text, Store.NO));
        }
    }

    private static Map<String, String> where() {
        var where = new LinkedHashMap<String, String>();
        where.put(TITLE, "Title");
        where.put("asks", "What it asks");
        where.put("practice", "In practice");
        where.put("documents", "Named document");
        where.put("lookingFor", "To look for");
        where.put("prompts", "Prompt");
        where.put("threads", "Golden thread");
        return where;
    }
}
