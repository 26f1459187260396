/** People in Keycloak, by its interface for administrators; only this package knows Keycloak. */
@NullMarked
package org.ncsoversight.criteria.people.keycloak;

import org.jspecify.annotations.NullMarked;
