package org.ncsoversight.criteria.mongo;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** A database that does not answer is no fault of the caller, and worth trying again. */
@ControllerAdvice
class DatabaseAway {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAway.class);

    @ExceptionHandler
    void answer(MongoException away, HttpServletResponse response) throws IOException {
        log.atError().setCause(away).log("The database does not answer");
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
