package org.anamnesis.sandbox.model;

import java.util.Arrays;
import java.util.Optional;

/** How the stand-in behaves. The first is what a good model would do, each other one a way in which models fail. */
public enum Script {
    BEHAVES("", "writes what the chart's lines say and cites them"),
    HALLUCINATES("hallucinates", "mixes falsehoods into true statements"),
    CITES_WRONGLY("cites-wrongly", "writes true statements and cites other lines for them"),
    STALLS("stalls", "accepts the request and then says nothing"),
    DRIPS("drips", "sends one character after another, slowly"),
    TRUNCATES("truncates", "stops in the middle of a statement, finish_reason length"),
    TOO_MANY_REQUESTS("429", "answers 429"),
    SERVER_ERROR("500", "answers 500"),
    REFUSES("refuses", "declines politely, finish_reason content_filter"),
    RUBBISH("rubbish", "answers something other than what it was asked for"),
    OBEYS("obeys", "follows an instruction it finds in the chart"),
    ENDLESS("endless", "never stops by itself");

    private static final String BASE = "scripted";

    private final String word;
    private final String does;

    Script(String word, String does) {
        this.word = word;
        this.does = does;
    }

    /** The word that chooses it at run time, e.g. {@code hallucinates}. */
    public String word() {
        return word.isEmpty() ? "behaves" : word;
    }

    /** The model name that chooses it, e.g. {@code scripted-hallucinates}. */
    public String modelName() {
        return word.isEmpty() ? BASE : BASE + "-" + word;
    }

    /** What it does, for people. */
    public String does() {
        return does;
    }

    /** The script of a word; empty where there is none of that word. */
    public static Optional<Script> ofWord(String word) {
        return Arrays.stream(values())
                .filter(script -> script.word().equals(word))
                .findFirst();
    }

    /** The script of a model name; empty where there is no such model. */
    public static Optional<Script> ofModel(String name) {
        return Arrays.stream(values())
                .filter(script -> script.modelName().equals(name))
                .findFirst();
    }
}
