package org.ncsoversight.answers.repeating;

class InMemoryKeptAnswersTest extends KeptAnswersContract {

    private final KeptAnswers answers = new InMemoryKeptAnswers();

    @Override
    KeptAnswers answers() {
        return answers;
    }
}
