-- Run by test/lsp/neovim.test.ts: opens an article in a real Neovim with Isnad's server and prints what it shows, as JSON lines.
local server, article, node = vim.env.ISNAD_SERVER, vim.env.ISNAD_ARTICLE, vim.env.ISNAD_NODE
local function say(name, value)
  io.stdout:write(vim.fn.json_encode({ name = name, value = value }) .. '\n')
end
local diagnostics = {}
local id = vim.lsp.start_client({
  name = 'isnad',
  cmd = { node, server, '--stdio' },
  root_dir = vim.env.ISNAD_ROOT,
  handlers = {
    ['textDocument/publishDiagnostics'] = function(_, result)
      for _, item in ipairs(result.diagnostics) do
        table.insert(diagnostics, item.code)
      end
    end,
  },
})
vim.cmd('edit ' .. vim.fn.fnameescape(article))
vim.lsp.buf_attach_client(0, id)
local client = vim.lsp.get_client_by_id(id)
if not vim.wait(10000, function() return client.server_capabilities ~= nil and client.server_capabilities.hoverProvider end, 20) then
  say('failed', 'the server did not start')
  vim.cmd('cquit 1')
end
local function request(method, params)
  local answer = client.request_sync(method, params, 10000, 0)
  if answer == nil or answer.err then
    say('failed', method .. ': ' .. vim.inspect(answer))
    vim.cmd('cquit 1')
  end
  return answer.result
end
local document = { uri = vim.uri_from_bufnr(0) }
local everything = request('isnad/document', document)
local first = everything.entities[1]
say('first', first)
say('hover', request('textDocument/hover', { textDocument = document, position = first.range.start }))
say('symbols', #request('textDocument/documentSymbol', { textDocument = document }))
say('accepted', request('workspace/executeCommand', {
  command = 'isnad.accept',
  arguments = { { uri = document.uri, id = first.id } },
}))
say('after', request('isnad/document', document).entities[1])
-- Diagnostics are pushed: this editor cannot pull them.
say('pushed', vim.wait(10000, function() return #diagnostics > 0 end, 20))
say('diagnostics', diagnostics)
client.stop()
say('stopped', vim.wait(5000, function() return client.is_stopped() end, 20))
vim.cmd('qa!')
