package io.crosswise.process.engine;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * Answers 400 and its sentence when the engine refused what the caller asked for. Starting an instance and completing a task wrap every
 * refusal as a failure of the server otherwise.
 */
class RefusalsInRest implements ExceptionMapper<RestException> {
    @Override
    public Response toResponse(RestException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BadUserRequestException refusal) {
                return Response.status(Response.Status.BAD_REQUEST)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(ExceptionDto.fromException(refusal))
                        .build();
            }
        }
        return ExceptionHandlerHelper.getInstance().getResponse(failure);
    }
}
