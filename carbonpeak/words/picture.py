"""What can go wrong when a figure is made, or found again in a file: what, and what to do."""

from carbonpeak.data.catalogue import Text

WORDS: dict[str, Text] = {
    # A picture cannot be made
    "export.fault.no_browser": Text(
        "本机没有可用的浏览器，无法生成图片。请安装系统软件源中的 Chromium（如 Debian、Ubuntu 的 chromium 软件包），或用环境变量 CARBONPEAK_BROWSER 指明浏览器程序的位置；数据下载不受影响。",
        "No browser was found on this machine, so no picture can be made. Install Chromium from the system's packages (chromium on Debian and Ubuntu), or set CARBONPEAK_BROWSER to the path of one; data downloads are not affected.",
    ),
    "export.fault.unstarted": Text(
        "本机的浏览器无法启动，无法生成图片。请检查本机对内存、进程数、打开文件数的限制，或重新安装 Chromium；数据下载不受影响。",
        "The browser of this machine does not start, so no picture can be made. See whether the machine limits memory, processes or open files too tightly, or install Chromium anew; data downloads are not affected.",
    ),
    "export.fault.busy": Text("当前生成任务较多，本图未进入队列，请稍后再试。", "Too many pictures are being made just now; this one was not queued. Try again in a moment."),
    "export.fault.timeout": Text(
        "生成这幅图超过了时限，已中止，浏览器已重新启动。请重试；若仍超时，请选较少的行业或地区，或较低的分辨率。",
        "This picture took too long and was stopped; the browser has been started anew. Try again; if it happens again, choose fewer sectors or regions, or a lower resolution.",
    ),
    "export.fault.crashed": Text("绘制时浏览器两次中断，未生成图片。请重试；若仍失败，请检查内存是否充足。", "The browser ended twice while making this picture, so there is none. Try again; if it happens again, see whether the machine has enough memory."),
    "export.fault.no_rows": Text(
        "这幅图没有可以显示的数据，不生成图片。请改变筛选条件。",
        "This figure has nothing to show, so no picture is made. Change what is chosen.",
    ),
    "export.fault.too_tall": Text(
        "这幅图在所选宽度和分辨率下太高，浏览器无法绘制。请选 300 点/英寸或较大的宽度，或下载 SVG、PDF。",
        "At this width and resolution the figure is taller than a browser can paint. Choose 300 dpi or a larger width, or take SVG or PDF.",
    ),
    "export.fault.disk": Text(
        "临时文件夹不可写或磁盘已满，浏览器无法启动。请清理磁盘后重试；没有留下不完整的文件。",
        "The folder for temporary files cannot be written or the disk is full, so the browser cannot start. Free some space and try again; no incomplete file was left.",
    ),
    "export.fault.failed": Text("浏览器未能绘制本图。请重试；若仍失败，请更新 Chromium。数据下载不受影响。", "The browser could not draw this figure. Try again; if it happens again, update Chromium. Data downloads are not affected."),
    # A figure cannot be found again
    "recognise.fault.too_large": Text(
        "文件或其中的内容超过大小上限，没有读取。请拖入单幅图、表格或报告，或直接输入图表编码。",
        "The file, or what it unpacks to, is larger than the limit and was not read. Drop a single figure, a spreadsheet or a report, or enter the figure id.",
    ),
    "recognise.fault.too_much": Text(
        "读取这个文件所需的时间或内存超出上限，已停止读取。请改拖单幅图、表格或较短的报告，或直接输入图下的图表编码。",
        "Reading this file takes more time or memory than is allowed, so the reading was stopped. Drop a single figure, a spreadsheet or a shorter report, or enter the id that stands below the figure.",
    ),
    "recognise.fault.not_a_figure": Text(
        "这不是本看板导出的文件类型。请拖入 PNG、SVG、PDF、Word、PowerPoint、XLSX、CSV、JSON、Parquet、网页或压缩包，或直接输入图表编码。",
        "This is not a kind of file the dashboard exports. Drop a PNG, SVG, PDF, Word, PowerPoint, XLSX, CSV, JSON, Parquet, HTML or ZIP file, or enter the figure id.",
    ),
    "recognise.fault.damaged": Text(
        "文件已损坏、不完整或有密码，读不出图表编码。请换用原文件，或直接输入图下的图表编码。",
        "The file is damaged, incomplete or locked, and no figure id can be read. Use the original file, or enter the id that stands below the figure.",
    ),
    "recognise.fault.no_passport": Text("文件中没有图表编码，可能不是由本看板导出，或另存时丢失。请直接输入图下的编码。", "The file holds no figure id: it was not exported here, or another program dropped the id when saving. Enter the id that stands below the figure."),
}
