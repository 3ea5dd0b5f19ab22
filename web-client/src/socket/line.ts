/** One way for frames to a server and back: a WebSocket, or what stands in for one. */

/** The ways there are, best first; by these words the server counts them too. */
export const TRANSPORTS = ['websocket', 'events', 'polls'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** The part of the browser's WebSocket that is used. */
export type Line = Pick<WebSocket, 'close'> & {
  send(data: string): void;
  readonly readyState: number;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
};
