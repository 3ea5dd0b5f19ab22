/** The few calls that are not on the socket. Every POST says it comes from Carillon's own page. */
import { parseProblem } from '../wire/codes';
import type { Problem } from '../wire/codes';
import { WireFault } from '../wire/shape';
import type { Shape } from '../wire/shape';

export type Answer<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'problem'; readonly status: number; readonly problem: Problem }
  /** No answer, or one that makes no sense: the network, or a server that is starting. */
  | { readonly kind: 'unreachable' };

export async function post<T>(path: string, body: unknown, shape: Shape<T>): Promise<Answer<T>> {
  const headers: Record<string, string> = { 'X-Carillon': '1' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  return ask(
    path,
    { method: 'POST', headers, body: body === undefined ? null : JSON.stringify(body) },
    shape,
  );
}

export async function get<T>(path: string, shape: Shape<T>): Promise<Answer<T>> {
  return ask(path, { method: 'GET' }, shape);
}

async function ask<T>(path: string, request: RequestInit, shape: Shape<T>): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { ...request, credentials: 'same-origin' });
    const source = await response.text();
    const value: unknown = source === '' ? undefined : JSON.parse(source);
    return response.ok
      ? { kind: 'ok', value: shape(value, '') }
      : { kind: 'problem', status: response.status, problem: parseProblem(value) };
  } catch (problem) {
    if (problem instanceof TypeError || problem instanceof SyntaxError)
      return { kind: 'unreachable' };
    if (problem instanceof WireFault) return { kind: 'unreachable' };
    throw problem;
  }
}
