import { badRequest } from '../errors/request-faults.ts';
import { readXml } from '../fetch/read-xml.ts';
import { addComponent, removeComponent } from '../writes/solution-components.ts';
import { booleanAt, guidAt, integerAt, objectAt, textAt } from './action-parameters.ts';
import type { WebApiAction } from './operation.ts';

/** A component is added to a solution (Learn: AddSolutionComponent Action); nothing that is here requires others. */
const add: WebApiAction = {
  name: 'AddSolutionComponent',
  boundTo: null,
  run: (session, body) => {
    booleanAt(body, 'AddRequiredComponents');
    const [id, type] = [guidAt(body, 'ComponentId'), integerAt(body, 'ComponentType')];
    return { id: addComponent(session, textAt(body, 'SolutionUniqueName'), type, id) };
  },
};

/**
 * A component is taken out of a solution (Learn: RemoveSolutionComponent Action). It is named by its own id in the place of the id of a
 * solution component (seen in scripts).
 */
const remove: WebApiAction = {
  name: 'RemoveSolutionComponent',
  boundTo: null,
  run: (session, body) => {
    const id = guidAt(objectAt(body, 'SolutionComponent'), 'solutioncomponentid');
    const type = integerAt(body, 'ComponentType');
    return { id: removeComponent(session, textAt(body, 'SolutionUniqueName'), type, id) };
  },
};

/** Nothing that is here waits to be published: roles, profiles and variables count at once (Learn: PublishXml and PublishAllXml Actions). */
const publishAll: WebApiAction = {
  name: 'PublishAllXml',
  boundTo: null,
  run: (session) => {
    session.access.requirePrivilege('prvPublishCustomization');
    return null;
  },
};

const publish: WebApiAction = {
  name: 'PublishXml',
  boundTo: null,
  run: (session, body) => {
    session.access.requirePrivilege('prvPublishCustomization');
    // Learn: "Publish request schema".
    if (readXml(textAt(body, 'ParameterXml')).name.toLowerCase() !== 'importexportxml')
      throw badRequest('The parameter ParameterXml has to be an importexportxml element.');
    return null;
  },
};

/** Actions about solutions and what is in them. */
export const solutionActions: readonly WebApiAction[] = [add, remove, publishAll, publish];
