package org.ncsoversight.evidence.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Answers what is refused before any endpoint is reached in the same way as all other problems. */
public final class Refusals {

    private final HandlerExceptionResolver problems;
    private final ViewResolver pages;

    public Refusals(HandlerExceptionResolver problems, ViewResolver pages) {
        this.problems = problems;
        this.pages = pages;
    }

    public void answer(HttpServletRequest request, HttpServletResponse response, Exception refusal)
            throws IOException, ServletException {
        ModelAndView page = problems.resolveException(request, response, null, refusal);
        if (page == null || page.getViewName() == null) {
            return; // Written already, for a program.
        }
        if (page.getStatus() != null) {
            response.setStatus(page.getStatus().value());
        }
        try {
            View view = pages.resolveViewName(page.getViewName(), Locale.UK);
            if (view != null) {
                view.render(page.getModel(), request, response);
            }
        } catch (IOException | ServletException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
