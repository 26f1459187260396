package org.ncsoversight.criteria.people;

/** What a person has elsewhere in this service, and what goes when they are removed. */
public interface Belongings {

    void remove(String username);
}
