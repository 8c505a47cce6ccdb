import { Protocol } from '@modelcontextprotocol/sdk/shared/protocol.js';
import {
  CallToolRequestSchema,
  InitializeRequestSchema,
  LATEST_PROTOCOL_VERSION,
  ListToolsRequestSchema,
  SUPPORTED_PROTOCOL_VERSIONS,
  type CallToolRequest,
  type CallToolResult,
  type Implementation,
  type ListToolsResult,
  type ServerNotification,
  type ServerRequest,
  type ServerResult,
} from '@modelcontextprotocol/sdk/types.js';

/** The identity and the tools of a server. */
interface ToolServerSetup {
  readonly about: Implementation;
  readonly instructions: string;
  list(): ListToolsResult;
  call(request: CallToolRequest['params'], signal: AbortSignal): Promise<CallToolResult>;
}

/**
 * A server that only has tools, on the protocol of the official SDK. The SDK's own server includes a validator for
 * forms (ajv, 150 kB), which a server that only returns results never needs.
 */
export class ToolServer extends Protocol<ServerRequest, ServerNotification, ServerResult> {
  constructor({ about, instructions, list, call }: ToolServerSetup) {
    super();
    this.setRequestHandler(InitializeRequestSchema, ({ params: { protocolVersion } }) => ({
      protocolVersion: SUPPORTED_PROTOCOL_VERSIONS.includes(protocolVersion)
        ? protocolVersion
        : LATEST_PROTOCOL_VERSION,
      capabilities: { tools: {} },
      serverInfo: about,
      instructions,
    }));
    this.setRequestHandler(ListToolsRequestSchema, list);
    this.setRequestHandler(CallToolRequestSchema, ({ params }, { signal }) => call(params, signal));
  }

  protected override assertCapabilityForMethod(): void {
    // The server doesn't send requests to clients.
  }

  protected override assertNotificationCapability(): void {
    // The server doesn't notify clients.
  }

  protected override assertTaskCapability(): void {
    // The server doesn't assign tasks to clients.
  }

  protected override assertRequestHandlerCapability(): void {
    // All handlers are set in the constructor.
  }

  protected override assertTaskHandlerCapability(): void {
    // All handlers are set in the constructor.
  }
}
