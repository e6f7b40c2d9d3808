"""The words of the server itself: before a page is there, and in place of Streamlit's English."""

from carbonpeak.data.catalogue import Text

WORDS: dict[str, Text] = {
    "server.host": Text(
        "本服务器不以这个名称提供服务。请用启动时显示的网址打开；如经反向代理，请在启动时写明名称（make run NAMES=名称）。",
        "This server does not answer to that name. Open the address it showed at its start; behind a proxy, name it at the start (make run NAMES=name).",
    ),
    "server.origin": Text(
        "不接受其他网站的请求。如经反向代理，请在启动时写明名称（make run NAMES=名称）。",
        "Requests of other sites are not taken. Behind a proxy, name it at the start (make run NAMES=name).",
    ),
    "page.content": Text("结论与图表", "Findings and figures"),
    "server.closed": Text("本服务器不提供此项。", "This server does not offer that."),
    "server.full": Text("同时访问的人数已满，请稍后再试。", "Too many readers at once; please try again later."),
    "server.old_browser": Text(
        "这个浏览器版本过低，无法显示看板。请使用 Chrome、Edge 或其他 Chromium 内核 112 及以上版本的浏览器（360、QQ 等国产浏览器请选极速模式并升级），或 Firefox 116、Safari 17 及以上版本。",
        "This browser is too old for the dashboard. Please use Chrome, Edge or another browser on Chromium 112 or newer, Firefox 116 or newer, or Safari 17 or newer.",
    ),
    "server.no_script": Text("看板需要浏览器允许运行 JavaScript。", "The dashboard needs JavaScript."),
    "server.unreached": Text(
        "页面连不上服务器：服务器可能已停止或读者已满；如经反向代理，代理须转发 WebSocket 升级请求和原主机名（见 docs/serving.md）。",
        "The page cannot reach its server: it may have been stopped or be full; a proxy in between must pass on WebSocket upgrades and the name of the host (docs/serving.md).",
    ),
}

# What Streamlit says in English only, as it stands in the page: whole texts, or patterns of them.
IN_CHINESE: dict[str, str] = {
    "Skip to main content": "跳到正文",
    "Decrement": "减少",
    "Increment": "增加",
    "Page not found": "没有这个页面",
    "The page that you have requested does not seem to exist. Running the app's main page.": "没有您要的页面，现显示首页。",
    "Connection error": "连接错误",
    "Connecting to Streamlit server": "正在连接服务器",
    "Connection timed out.": "连接超时。",
    "Please wait...": "请稍候……",
    "Connection lost. Please wait for the app to reconnect, then try again.": "连接已断开，请等重新连上后再试。",
    "Reconnected to server.": "已重新连上服务器。",
    "Choose an option": "请选择",
    "Choose options": "请选择",
    "No results": "没有符合的选项",
    "Select all": "全选",
    "Clear all": "全部清除",
    "Clear value": "清除",
    "Close": "关闭",
    "Press Enter to apply": "按回车键确定",
    "Press Ctrl+Enter to apply": "按 Ctrl+回车键确定",
    "Press ⌘+Enter to apply": "按 ⌘+回车键确定",
    "Expand sidebar": "展开侧栏",
    "Collapse sidebar": "收起侧栏",
    "Fullscreen": "全屏",
    "Close fullscreen": "退出全屏",
    "Stop": "停止",
    "Open": "展开",
    "Sidebar": "侧栏",
    "Link to heading": "本节链接",
    "Copy to clipboard": "复制",
    "file upload": "选择文件",
    "Upload": "上传",
    "Add row": "增加一行",
    "Delete row(s)": "删除所选行",
    "Delete row": "删除这一行",
    "Show/hide columns": "显示或隐藏列",
    "Download as CSV": "下载为 CSV",
    "Failed to generate file for download": "文件未能生成，请稍后再试；如仍不行，请告知管理员。",
    "Search": "查找",
    "Undo": "撤销",
    "Redo": "重做",
    "Error uploading file": "文件没有传上来",
}
PATTERNS_IN_CHINESE: dict[str, str] = {
    "^Remove (.*)$": "移除 $1",
    # The one list that takes what it does not know is the search.
    "^Add: (.*)$": "搜索全站：$1",
}
# The same, where English readers need another word than Streamlit's.
PATTERNS_IN_ENGLISH: dict[str, str] = {"^Add: (.*)$": "Search everything: $1"}
