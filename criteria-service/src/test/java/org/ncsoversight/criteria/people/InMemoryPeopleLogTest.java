package org.ncsoversight.criteria.people;

class InMemoryPeopleLogTest extends PeopleLogContract {

    private final PeopleLog log = new InMemoryPeopleLog();

    @Override
    protected PeopleLog log() {
        return log;
    }
}
