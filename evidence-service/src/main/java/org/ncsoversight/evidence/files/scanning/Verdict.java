package org.ncsoversight.evidence.files.scanning;

/** What a scan can come to. */
sealed interface Verdict {

    record Clean() implements Verdict {}

    record Infected(String signature) implements Verdict {}

    /** More than the scanner takes, so nobody knows what is in it. */
    record TooLarge() implements Verdict {}

    /** The scanner answered, but not with a finding, or the file cannot be read. */
    record Failed(String answer) implements Verdict {}

    /** The scanner cannot be reached or did not answer in time. */
    record Away(String why) implements Verdict {}
}
