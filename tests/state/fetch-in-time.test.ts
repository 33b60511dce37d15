import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { fetchInTime } from '../../src/state/database.js';

it('gives up on an address that does not answer', async () => {
  const server = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server listens');
  const request = new Request(`http://127.0.0.1:${address.port}`, { method: 'POST', body: '{}' });
  await expect(fetchInTime(request, 20)).rejects.toMatchObject({ name: 'TimeoutError' });
  server.closeAllConnections();
  server.close();
});
