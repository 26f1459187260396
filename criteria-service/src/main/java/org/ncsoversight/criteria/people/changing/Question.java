package org.ncsoversight.criteria.people.changing;

import java.util.Arrays;

/** What a page asks before something is done. */
enum Question {
    SUSPEND(
            "suspend",
            "Suspend %s?",
            "They are signed out and cannot sign in until you restore them. What they sent stays."
                    + " A page that they have open can work for up to 5 more minutes.",
            "Suspend"),
    RESTORE("restore", "Restore %s?", "They can sign in again with the password they had.", "Restore"),
    REMOVE(
            "remove",
            "Remove %s?",
            "The account is deleted and cannot be brought back. What they sent, and the record of what they did,"
                    + " stays.",
            "Remove"),
    PASSWORD(
            "password",
            "Give %s a new one-time password?",
            "The password they have stops working and they are signed out. You will see the new one once,"
                    + " and they choose their own when they use it.",
            "Give a new one-time password"),
    SIGN_OUT(
            "sign-out",
            "Sign %s out everywhere?",
            "They have to sign in again in every browser. A page that they have open can work for up to 5 more"
                    + " minutes.",
            "Sign out everywhere"),
    SECOND_FACTOR(
            "second-factor",
            "Remove the second factor of %s?",
            "For somebody who has lost a phone or passkey: first make sure that it is really them who asks. Their"
                    + " authenticator apps, passkeys and recovery codes stop working and they are signed out. If their"
                    + " role needs a second factor, they set up a new one when they next sign in.",
            "Remove second factor"),
    ROLE("role", "What will %s do?", "It counts from their next sign-in, or within 5 minutes.", "Save");

    private final String word;
    private final String heading;
    private final String explanation;
    private final String button;

    Question(String word, String heading, String explanation, String button) {
        this.word = word;
        this.heading = heading;
        this.explanation = explanation;
        this.button = button;
    }

    static Question named(String word) {
        return Arrays.stream(values())
                .filter(question -> question.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    Change change(Change.GiveRole typed) {
        return switch (this) {
            case SUSPEND -> new Change.Suspend();
            case RESTORE -> new Change.Restore();
            case REMOVE -> new Change.Remove();
            case PASSWORD -> new Change.GivePassword();
            case SIGN_OUT -> new Change.SignOut();
            case SECOND_FACTOR -> new Change.RemoveSecondFactor();
            case ROLE -> typed;
        };
    }

    public String word() {
        return word;
    }

    public String heading(String name) {
        return heading.formatted(name);
    }

    public String explanation() {
        return explanation;
    }

    public String button() {
        return button;
    }

    public boolean isRole() {
        return this == ROLE;
    }

    public boolean cannotBeUndone() {
        return this == REMOVE;
    }
}
